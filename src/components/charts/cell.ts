/** A cell of a table of data: a text, and the papers behind it. */
export interface Cell {
	text: string;
	href?: string;
	/** True for numbers, which stand below each other by their last digit. */
	number?: boolean;
}

/** A number as a cell; zero leads nowhere. */
export function countCell(count: number, href: string): Cell {
	const text = count.toLocaleString("en");
	return count > 0 ? { text, href, number: true } : { text, number: true };
}
