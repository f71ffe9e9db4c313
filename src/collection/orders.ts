/** The orders that a list of papers may have, with their names for readers. */
export const ORDERS = [
	{ id: "newest", name: "Newest" },
	{ id: "title", name: "By title" },
	{ id: "discussed", name: "Most discussed" },
	{ id: "trending", name: "Trending" },
] as const;

/** One of {@link ORDERS}. */
export type Order = (typeof ORDERS)[number]["id"];

/** Addresses of a list in the orders that it has. */
export type Orders = Partial<Record<Order, string>>;
