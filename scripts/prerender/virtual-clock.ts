interface Task {
  id: number;
  /** milliseconds on the clock */
  due: number;
  run: () => void;
}

/** milliseconds between two frames */
const frame = 16;

/**
 * Timers and frames of a page on a clock that leaps from one to the next, so that nothing is waited for, and what a page does first does not
 * depend on how busy the machine is.
 */
export class VirtualClock {
  /** milliseconds since the page was opened */
  now = 0;
  private tasks: Task[] = [];
  private latest = 0;

  /** As in a browser. */
  readonly setTimeout = (run: (...values: unknown[]) => void, delay = 0, ...values: unknown[]): number =>
    this.add(this.now + Math.max(0, Number(delay) || 0), () => run(...values));

  /** As in a browser. */
  readonly setInterval = (run: (...values: unknown[]) => void, delay = 0, ...values: unknown[]): number => {
    const id = ++this.latest;
    const repeat = () => {
      this.tasks.push({id, due: this.now + Math.max(frame, Number(delay) || 0), run: again});
    };
    const again = () => {
      repeat();
      run(...values);
    };
    repeat();
    return id;
  };

  /** As in a browser. */
  readonly requestAnimationFrame = (run: (now: number) => void): number =>
    this.add((Math.floor(this.now / frame) + 1) * frame, () => run(this.now));

  /** Forgets a timer or a frame. */
  readonly clear = (id: unknown): void => {
    this.tasks = this.tasks.filter((task) => task.id !== id);
  };

  /** Runs what is due first, and sets the clock to it. False where nothing is due by `until`. */
  runNext(until: number): boolean {
    const next = this.tasks.reduce<Task | undefined>((a, b) => (a && a.due <= b.due ? a : b), undefined);
    if (!next || next.due > until) return false;
    this.tasks.splice(this.tasks.indexOf(next), 1);
    this.now = Math.max(this.now, next.due);
    next.run();
    return true;
  }

  private add(due: number, run: () => void): number {
    const id = ++this.latest;
    this.tasks.push({id, due, run});
    return id;
  }
}
