import { JSDOM } from "jsdom";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { cookieStore } from "./cookie-store.ts";

let dom: JSDOM;
beforeEach(() => {
	dom = new JSDOM("", { url: "https://example.org/" });
	vi.stubGlobal("document", dom.window.document);
});
afterEach(() => vi.unstubAllGlobals());

test("keeps texts of any length and script, apart from each other", () => {
	const store = cookieStore();
	const long = "ه–; =% 🐦\n".repeat(2000);
	store?.setItem("saved https://example.org/a/", long);
	store?.setItem("theme", "dark");
	expect(store?.getItem("saved https://example.org/a/")).toBe(long);
	expect(store?.getItem("theme")).toBe("dark");
	expect(store?.getItem("view")).toBeNull();
	for (const cookie of document.cookie.split("; ")) expect(cookie.length).toBeLessThan(4096);
});

test("forgets what stood there before a shorter text, and what is removed", () => {
	const store = cookieStore();
	store?.setItem("saved", "x".repeat(10_000));
	store?.setItem("saved", "short");
	expect(store?.getItem("saved")).toBe("short");
	store?.removeItem("saved");
	expect(store?.getItem("saved")).toBeNull();
	expect(document.cookie).toBe("offprint=1");
});

test("is not there where the browser keeps no cookies, and says when it takes no more", () => {
	const store = cookieStore();
	vi.stubGlobal("document", { cookie: "" });
	Object.defineProperty(document, "cookie", { get: () => "", set: () => {} });
	expect(cookieStore()).toBeUndefined();
	expect(() => store?.setItem("saved", "text")).toThrow("would not keep");
});
