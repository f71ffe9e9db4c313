import { expect, test } from "vitest";
import { pagePaths } from "./page-paths.ts";
import type { App, RouteModule } from "./page-renderer.ts";

const fixed = (content: string) => [{ content, dynamic: false, spread: false }];
const dynamic = (content: string) => ({
	content,
	dynamic: true,
	spread: content.startsWith("..."),
});

const component = "src/pages/somewhere.ts";

/** The paths of one route. */
function pathsOf(module: RouteModule, segments: unknown[], pathname?: string) {
	const app = {
		manifest: { routes: [{ routeData: { segments, pathname, component } }] },
		getComponentByRoute: async () => module,
	};
	return pagePaths(app as unknown as App);
}

const giving = (...found: object[]): RouteModule => ({
	getStaticPaths: async () => found as never,
});

test("a route without parameters is one path, with the key that its module says", async () => {
	const paths = await pathsOf({ cacheKey: async () => "key" }, [fixed("stats")], "/stats");
	expect(paths).toMatchObject([{ pathname: "/stats", cacheKey: "key", params: {}, props: {} }]);
});

test("parameters stand in the path, as text", async () => {
	const found = [
		{ params: { id: "wren", page: 2 }, props: { of: "wren" }, cacheKey: "key" },
		{ params: { id: "a#b?é", page: "1" } },
	];
	const segments = [fixed("papers"), [dynamic("id")], [...fixed("page-"), dynamic("page")]];
	expect(await pathsOf(giving(...found), segments)).toMatchObject([
		{
			pathname: "/papers/wren/page-2",
			params: { id: "wren", page: "2" },
			props: { of: "wren" },
			cacheKey: "key",
		},
		{ pathname: "/papers/a%23b%3Fé/page-1", props: {} },
	]);
});

test("a parameter of several segments may be empty", async () => {
	const found = [{ params: { period: "2024/05" } }, { params: { period: undefined } }];
	const paths = await pathsOf(giving(...found), [fixed("dates"), [dynamic("...period")]]);
	expect(paths.map(({ pathname }) => pathname)).toEqual(["/dates/2024/05", "/dates"]);
});

test("a path without a parameter that it needs is told, and so is a route without paths", async () => {
	await expect(pathsOf(giving({ params: { name: "wren" } }), [[dynamic("id")]])).rejects.toThrow(
		`${component}: getStaticPaths gives {"name":"wren"}, expected “id” in it`,
	);
	await expect(pathsOf({}, [[dynamic("id")]])).rejects.toThrow(
		`${component}: expected getStaticPaths`,
	);
});
