import { plugins } from "@citation-js/core";
import "@citation-js/plugin-ris";
import type { Citable } from "../../paper/citations.ts";
import { pad } from "../../paper/dates.ts";
import type { CslItem } from "./csl-item.ts";
import type { Written } from "./texts.ts";

const TYPES = { "article-journal": "JOUR", "paper-conference": "CONF", article: "GEN" } as const;

/**
 * A paper as a record of RIS (https://en.wikipedia.org/wiki/RIS_(file_format)). What the library
 * maps amiss is put right: it cuts keys to 20 characters, leaves out DOIs and particles of
 * names, and writes dates without zeros. Lines are not wrapped: few programs join them again.
 */
export function ris({ paper: { abstract } }: Citable, item: CslItem): Written {
	const whole = { ...withParticles(item), ...(abstract ? { abstract } : {}) };
	const [mapped = {}] = plugins.output.format("ris", [whole], { format: "object", spec: "new" });
	const { TY: _type, C1: _1, C2: _2, C3: _3, C7: _7, ...rest } = mapped;
	const [year, month, day] = item.issued?.["date-parts"][0] ?? [];
	const tags: Record<string, string | string[] | undefined> = {
		...rest,
		ID: item.id,
		// Of a conference, some programs read the one and some the other.
		C3: item.type === "paper-conference" ? item["container-title"] : undefined,
		T2: item["container-title"],
		DO: item.DOI,
		AN: item.number,
		PY: year === undefined ? undefined : String(year).padStart(4, "0"),
		DA:
			year === undefined
				? undefined
				: [String(year).padStart(4, "0"), month ? pad(month) : "", day ? pad(day) : "", ""].join(
						"/",
					),
	};
	const written = (names: readonly string[]) => {
		const lines = names.flatMap((tag) =>
			[tags[tag] ?? []].flat().map((value) => `${tag}  - ${value.replace(/\s+/g, " ").trim()}\n`),
		);
		return `TY  - ${TYPES[item.type]}\n${lines.join("")}ER  - \n`;
	};
	const names = Object.keys(tags);
	const text = written(names.filter((tag) => tag !== "AB"));
	return { text, withAbstract: () => (abstract ? written(names) : text) };
}

function withParticles(item: CslItem): CslItem {
	if (!item.author) return item;
	return {
		...item,
		author: item.author.map(({ "non-dropping-particle": particle, ...name }) =>
			particle ? { ...name, family: `${particle} ${name.family ?? ""}` } : name,
		),
	};
}
