import { expect, test } from "vitest";
import { built, paper } from "../../../tests/search-index.ts";
import { excerpt } from "../../search/excerpt.ts";

test("a collection in Turkish is found by Turkish stems, with and without dots", async () => {
	const turkish = await built(
		[
			paper({
				title: "Türkçe için alt sözcük yöntemleri",
				abstract: "Kitaplarımızdan İstanbul’da ışık.",
			}),
			paper({ title: "Kuşlar", abstract: "Kuşların göçü bir kitap oldu." }),
		],
		"tr",
	);
	const [methods = "", birds = ""] = turkish.papers.map(({ title }) => title);
	expect(await turkish.find("türkçe")).toEqual([methods]);
	expect(await turkish.find("turkce")).toEqual([methods]);
	expect(await turkish.find("İSTANBULDA")).toEqual([methods]);
	expect(await turkish.find("ışık")).toEqual([methods]);
	expect(await turkish.find("kuşların")).toEqual([birds]);
	expect(await turkish.find("kuslar")).toEqual([birds]);
	expect(await turkish.find("bir kitap göçü")).toEqual([birds]);
});

test("a collection in German is found by German stems", async () => {
	const german = await built(
		[
			paper({
				title: "Häuser der Straße",
				abstract: "Die Größe der Sprachmodelle – und der Häuser.",
			}),
			paper({ title: "Vögel", abstract: "Ein Vogel singt auf dem Haus." }),
		],
		"de",
	);
	expect(await german.find("sprachmodell")).toEqual(["Häuser der Straße"]);
	expect(await german.find("GRÖẞE")).toEqual(["Häuser der Straße"]);
	expect(await german.find("straße")).toEqual(["Häuser der Straße"]);
	expect(await german.find("strassen")).toEqual(["Häuser der Straße"]);
	expect((await german.find("vögel"))[0]).toEqual("Vögel");
	expect(await german.find("der vogel")).toEqual(["Vögel"]);
});

test("a collection in Chinese is found by words within its sentences and its titles", async () => {
	const chinese = await built(
		[
			paper({
				title: "大型语言模型的评估",
				abstract:
					"我们提出一种新的方法来评估大型语言模型。Transformer 模型很好，deep learning 也是。",
				authors: ["王小明"],
			}),
			paper({ title: "图像生成", abstract: "图像生成模型的研究" }),
			paper({ title: "BERT模型", abstract: "语言的模型" }),
		],
		"zh",
	);
	const [evaluation = "", images = "", bert = ""] = chinese.papers.map(({ title }) => title);
	const found = (query: string) => chinese.find(query, { sort: "newest" });
	expect(await found("语言")).toEqual([evaluation, bert]);
	expect(await found("语言模型")).toEqual([evaluation, bert]);
	expect(await found("模型语言")).toEqual([evaluation, bert]);
	expect(await found('"语言模型"')).toEqual([evaluation]);
	expect(await found("语言 模型")).toEqual([evaluation, bert]);
	expect(await found("模型 -语言模型")).toEqual([images, bert]);
	expect(await found("title:评估")).toEqual([evaluation]);
	expect(await found("title:语言模型")).toEqual([evaluation]);
	expect(await found("title:研究")).toEqual([]);
	expect(await found("图像生成")).toEqual([images]);
	expect(await found("评估方法")).toEqual([evaluation]);
	expect(await found("王小明")).toEqual([evaluation]);
	expect(await found("author:小明")).toEqual([evaluation]);
	expect(await found("transformer")).toEqual([evaluation]);
	expect(await found("bert")).toEqual([bert]);
	expect(await found("BERT模型")).toEqual([bert]);
	expect(await found("deep learning")).toEqual([evaluation]);
	expect(await found("银行")).toEqual([]);
	const outcome = await chinese.outcome("评估方法");
	const { content } = await chinese.files.record(0);
	expect(
		excerpt(content, outcome, 0)
			.map(({ text, found }) => (found ? `[${text}]` : text))
			.join(""),
	).toBe("我们提出一种新的[方法]来[评估]大型语言模型。Transformer 模型很好，deep learning 也是。");
});

test("a collection in Japanese is found by words within its sentences", async () => {
	const japanese = await built(
		[
			paper({
				title: "大規模言語モデルの評価",
				abstract: "言語モデルを評価する新しい方法を提案する。",
			}),
			paper({ title: "画像", abstract: "画像の生成について。" }),
		],
		"ja",
	);
	expect(await japanese.find("言語モデル")).toEqual(["大規模言語モデルの評価"]);
	expect(await japanese.find("生成")).toEqual(["画像"]);
	expect(await japanese.find("title:評価")).toEqual(["大規模言語モデルの評価"]);
});
