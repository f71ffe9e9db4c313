/** The rows with the largest count, where there are no more than two: more than that are not peaks. */
export function peaks<T extends { count: number }>(rows: readonly T[]): T[] {
	const max = Math.max(0, ...rows.map(({ count }) => count));
	const highest = rows.filter(({ count }) => count === max);
	return max > 0 && highest.length <= 2 ? highest : [];
}
