/** What a card says. Plain text, all of it. */
export interface CardText {
	/** Where it is from: the running head. */
	kicker?: string | undefined;
	title: string;
	/** Who wrote it, or what it holds. */
	byline?: string | undefined;
	/** One line at the foot: when, and where else. */
	footer?: string | undefined;
}

/** Size of a card in pixels, as sites that show previews ask for it. */
export const CARD = { width: 1200, height: 630 } as const;

/** Raised with every change to how cards look, so that none of the old ones is kept. */
export const DESIGN = 2;
