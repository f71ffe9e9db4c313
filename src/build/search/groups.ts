/** How large a group of words is, in whatever `sizeOf` counts. */
export interface GroupSize<Item> {
	least: number;
	most: number;
	sizeOf(item: Item): number;
}

/** Items that are put into groups one by one, in their order. */
export interface Groups<Item> {
	add(item: Item): void;
	/** Closes the last group. */
	end(): void;
}

/** Groups that can be left to begin anew. */
export interface OpenGroups<Item> extends Groups<Item> {
	/** The first item of the group that is open: whatever came before it is closed. */
	first(): Item | undefined;
	/** Forgets the items of the group that is open: somebody else has them. */
	leave(): void;
}

/**
 * Parts words into groups, and cuts where the words themselves say: before the word with the
 * lowest check sum among those that keep the group between `least` and `most`. A change to one
 * word then moves the borders near it, and groups further on stay as they were. A word of `most`
 * or more has a group for itself.
 */
export function groups<Item extends { word: string }>(
	{ least, most, sizeOf }: GroupSize<Item>,
	close: (group: Item[]) => void,
): OpenGroups<Item> {
	let open: Item[] = [];
	let size = 0;
	const cut = (at: number) => {
		const group = open.slice(0, at);
		open = open.slice(at);
		size = sum(open);
		if (group.length > 0) close(group);
	};
	const sum = (items: readonly Item[]) => items.reduce((total, item) => total + sizeOf(item), 0);
	const lowest = (next: Item) => {
		let before = 0;
		let at = open.length;
		let low = checkSum(next.word);
		open.forEach((item, index) => {
			if (before >= least && checkSum(item.word) < low) {
				at = index;
				low = checkSum(item.word);
			}
			before += sizeOf(item);
		});
		return at;
	};
	return {
		add(item) {
			const own = sizeOf(item);
			if (own >= most) cut(open.length);
			while (open.length > 0 && size + own > most) cut(lowest(item));
			open.push(item);
			size += own;
			if (own >= most) cut(open.length);
		},
		end() {
			cut(open.length);
		},
		first: () => open[0],
		leave() {
			open = [];
			size = 0;
		},
	};
}

/** FNV-1a, with its bits mixed: words that differ in the last letter alone differ in all bits. */
function checkSum(word: string): number {
	let hash = 0x811c9dc5;
	for (let at = 0; at < word.length; at++) {
		hash = Math.imul(hash ^ word.charCodeAt(at), 0x01000193);
	}
	hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
	return (hash ^ (hash >>> 13)) >>> 0;
}
