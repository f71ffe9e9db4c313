/**
 * What of Astro's runtime renders components. It is part of the program (`keep-program.ts`), so that
 * pages and `page-renderer.ts` have the same.
 */
export { chunkToString, renderSlotToString, renderToString } from "astro/runtime/server/index.js";
