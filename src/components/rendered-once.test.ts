import { expect, test } from "vitest";
import type { Model } from "../collection/model.ts";
import { renderedOnce } from "./rendered-once.ts";

const model = () => ({}) as Model;

test("a piece is rendered once for a model, and for each name", async () => {
	const [one, other] = [model(), model()];
	let rendered = 0;
	const render = async () => `piece ${++rendered}`;
	expect(await renderedOnce(one, "wren", render)).toBe("piece 1");
	expect(await renderedOnce(one, "wren", render)).toBe("piece 1");
	expect(await renderedOnce(one, "swift", render)).toBe("piece 2");
	expect(await renderedOnce(other, "wren", render)).toBe("piece 3");
	expect(await renderedOnce(one, "wren", render)).toBe("piece 1");
});

test("an empty piece is one too", async () => {
	const one = model();
	let rendered = 0;
	const render = async () => {
		rendered += 1;
		return "";
	};
	await renderedOnce(one, "wren", render);
	await renderedOnce(one, "wren", render);
	expect(rendered).toBe(1);
});
