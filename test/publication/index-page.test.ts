import { expect, test } from "vitest";
import { indexPage } from "../../src/publication/index-page.js";
import { publishedIndex } from "../support/publication-index.js";

test("the index page of two groups in three rings", async () => {
	await expect(indexPage(publishedIndex)).toMatchFileSnapshot("../golden/publication/index.html");
});

test("a file that carries a credential is not named, nor counted", () => {
	const [group] = publishedIndex.groups;
	const [revision] = group?.revisions ?? [];
	expect(revision?.files?.filter(({ sensitive }) => sensitive).map(({ path }) => path)).toEqual([
		"profiles/macos/carries-a-credential.plist",
	]);
	const page = indexPage(publishedIndex);
	expect(page).not.toContain("carries-a-credential");
	// 4,210 + 12,345 + 8,000 + 999 bytes
	expect(page).toContain("4 files, 25.6 kB");
});
