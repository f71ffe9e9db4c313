import { inject } from "vitest";

declare module "vitest" {
	interface ProvidedContext {
		/** Whether this is `npm run test:whole`. */
		whole?: boolean;
	}
}

/**
 * True in `npm run test:whole`, which tries everything at every place and takes the time for it.
 * `npm test` tries everything, and every place, but not each at each.
 */
export const WHOLE = inject("whole") ?? false;

/**
 * Pairs of what is tried and where: all there are in `npm run test:whole`, otherwise so many that
 * each of the one and each of the other comes up, in the order of the list of all.
 */
export function pairs<A, B>(as: readonly A[], bs: readonly B[]): [A, B][] {
	const longer = Math.max(as.length, bs.length);
	const one = (at: number) => `${at % as.length} ${at % bs.length}`;
	const some = new Set(Array.from({ length: longer }, (_, at) => one(at)));
	return as.flatMap((a, i) =>
		bs.flatMap((b, j): [A, B][] => (WHOLE || some.has(`${i} ${j}`) ? [[a, b]] : [])),
	);
}
