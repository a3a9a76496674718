import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

interface Entry {
	readonly version?: string;
	readonly integrity?: string;
	readonly resolved?: string;
	readonly link?: boolean;
}

const { packages }: { readonly packages: Readonly<Record<string, Entry>> } = JSON.parse(
	readFileSync("package-lock.json", "utf8"),
);
const entries = Object.entries(packages).filter(([place]) => place !== "");

// npm leaves digests out for platforms that it has not met; `npm view <name>@<version> dist.integrity` tells them.
test("the lock file has a digest for every package, on every platform", () => {
	const without = entries.filter(([, { integrity }]) => !/^sha512-[A-Za-z0-9+/]{86}==$/.test(integrity ?? ""));
	expect(without.map(([place, { version }]) => `${place}@${version}`)).toEqual([]);
});

test("every package comes from the registry", () => {
	const elsewhere = entries.filter(
		([, { resolved, link }]) => link || (resolved !== undefined && !resolved.startsWith("https://registry.npmjs.org/")),
	);
	expect(elsewhere.map(([place]) => place)).toEqual([]);
});
