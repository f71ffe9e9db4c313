import { parentPort, workerData } from "node:worker_threads";
import { type ReadTask, readPart } from "./read-part.ts";

parentPort?.postMessage(readPart(workerData as ReadTask));
