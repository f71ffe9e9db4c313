import { enableCompileCache } from "node:module";
import path from "node:path";

/*
 * Keeps the code of modules compiled that are loaded from here on, for the next time: those of threads
 * and of programs that are begun too, which Node asks the environment for. A fifth of a second of
 * each. It is JavaScript, and is imported before a program (`node --import`), so that not even what
 * reads TypeScript is loaded when the program begins.
 */

// As in place.ts, which is TypeScript.
const caches = process.env.OFFPRINT_CACHE || "./node_modules/.cache/offprint";
process.env.NODE_COMPILE_CACHE ??= path.resolve(caches, "code");
enableCompileCache(process.env.NODE_COMPILE_CACHE);
