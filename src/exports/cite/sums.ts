import { digestOf } from "../../cache/kept.ts";
import type { Citable } from "../../paper/citations.ts";

/** A check sum of all that a citation without abstract may say: worked out once for all lists that a paper stands in. */
export const bareSumOf = remembered(({ sum, key, page, language }) =>
	digestOf([sum, key, page, language].join("\n")),
);

/** A check sum of all that a citation may say, with the abstract. */
export const sumOf = remembered((citable) =>
	digestOf(`${bareSumOf(citable)} ${citable.paper.abstract}`),
);

function remembered(sum: (citable: Citable) => string): (citable: Citable) => string {
	const known = new WeakMap<Citable, string>();
	return (citable) => {
		const found = known.get(citable) ?? sum(citable);
		known.set(citable, found);
		return found;
	};
}
