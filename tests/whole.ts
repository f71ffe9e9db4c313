import { inject } from "vitest";

declare module "vitest" {
	interface ProvidedContext {
		/** Whether this is `npm run test:whole`. */
		whole?: boolean;
	}
}

/**
 * True in `npm run test:whole`, which takes the time for all random cases and edits, every hostile
 * text in every format, and every record of the corpora; `npm test` tries a part of these.
 */
export const WHOLE = inject("whole") ?? false;
