import { expect, test } from "vitest";
import { giveBack, lent } from "./lent.ts";

test("the memory of lent bytes is free once they are written, and that of no others", () => {
	const [one, other] = [new Uint8Array(9), new Uint8Array(9)];
	expect(lent(one)).toBe(one);
	for (const bytes of [one, other, one]) giveBack(bytes);
	expect([one.length, other.length]).toEqual([0, 9]);
});

test("bytes that share their memory stay", () => {
	const whole = new Uint8Array(9);
	const part = lent(whole.subarray(3));
	giveBack(part);
	expect([whole.length, part.length]).toEqual([9, 6]);
	const pooled = Buffer.from("wren");
	giveBack(lent(pooled as Uint8Array<ArrayBuffer>));
	expect(pooled.toString()).toBe("wren");
});
