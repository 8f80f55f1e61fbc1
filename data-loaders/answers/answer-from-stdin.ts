import {text} from "node:stream/consumers";
import {answerQueries} from "./answer-queries.ts";

// markdown is parsed synchronously, so the rule that answers its fences runs this program and waits for it
const {queries, snapshots} = JSON.parse(await text(process.stdin)) as {queries: string[]; snapshots: string};
process.stdout.write(JSON.stringify(await answerQueries(queries, snapshots)));
