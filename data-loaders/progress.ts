/** How far a long piece of work has come. */
export interface ProgressUpdate {
  /** what is being done, such as "clean the events" */
  step: string;
  /** what of it is being done at the moment, such as a file's name */
  detail?: string;
  /** how much of the step is done, from 0 to 1 */
  share?: number;
  /** rows read so far */
  rows?: number;
  isDone?: boolean;
}

/** Is told of progress as it is made. */
export type Progress = (update: ProgressUpdate) => void;
