import { code } from "./code.ts";
import { files } from "./files.ts";
import { markup } from "./markup.ts";
import { math } from "./math.ts";
import type { Hostile } from "./table.ts";

/** Every hostile input. A new attack is a line in one of these tables. */
export const hostile: readonly Hostile[] = [...code, ...markup, ...math, ...files];
