import { readFileSync } from "node:fs";
import { parseHere } from "./markup.ts";

// A process of its own, for a text that could end or hold up the one that reads it (see `parseMarkup`).
parseHere(readFileSync(0, "utf8"));
