import { expect } from "vitest";
import { findKey } from "../../../src/configuration/catalogue.js";
import { checkName } from "../../../src/configuration/check-name.js";
import { checkSetting } from "../../../src/configuration/check-setting.js";
import { isError } from "../../../src/problem.js";
import { registries } from "../../../src/registries.js";
import type { Row } from "./binding.js";

/** Rows that say the same of many keys, held by an assertion that fits every one of them. */
interface RowsOfAForm {
	readonly applies: (row: Row) => boolean;
	readonly holds: (row: Row) => void;
}

function refuses(key: string, value: unknown): void {
	expect(checkSetting(key, value, [key]).filter(isError), `${key}: ${JSON.stringify(value)}`).not.toEqual([]);
}

const wholeKey = ({ member, decision }: Row) => member === undefined && decision === "error";

export const rowsOfAForm: readonly RowsOfAForm[] = [
	// Older names, and names that third-party deployments do not read.
	{
		applies: (row) => wholeKey(row) && checkName(row.key).length > 0,
		holds: ({ key }) => refuses(key, true),
	},
	{
		applies: (row) => wholeKey(row) && row.rule.startsWith("boolean") && findKey(row.key)?.type === "boolean",
		holds: ({ key }) => refuses(key, "yes"),
	},
	{
		applies: (row) => wholeKey(row) && row.kind === "type" && findKey(row.key) !== undefined,
		holds: ({ key }) => {
			const type = findKey(key)?.type;
			refuses(key, type === "integer" || type === "number" ? "x" : 5);
		},
	},
	{
		applies: (row) => wholeKey(row) && row.kind === "bounds" && /integer|number/.test(findKey(row.key)?.type ?? ""),
		holds: ({ key }) => {
			const { min, above, max } = findKey(key) ?? {};
			refuses(key, (above ?? min ?? 0) - (above === undefined ? 1 : 0));
			if (max !== undefined) refuses(key, max + 1);
		},
	},
	{
		applies: (row) => wholeKey(row) && row.kind === "enum" && findKey(row.key)?.type === "enum",
		holds: ({ key }) => refuses(key, "none of them"),
	},
	{
		applies: (row) => wholeKey(row) && row.rule.startsWith("trimmed, at least 1 character"),
		holds: ({ key }) => {
			if (findKey(key)?.secret) return refuses(key, "");
			refuses(key, "");
			refuses(key, " x ");
		},
	},
	{
		applies: (row) => wholeKey(row) && /scheme-less text gets https:\/\/|^URL of any scheme/.test(row.rule),
		holds: ({ key }) => refuses(key, "host.example.com"),
	},
	// What a route cannot do without is required by its block, or decided by what provisions it.
	{
		applies: ({ rule, ...row }) =>
			wholeKey({ rule, ...row }) &&
			/^required (?:for|with)|required for kind|make kind interactive/.test(rule) &&
			row.key !== "inferenceTokenWindowHours",
		holds: ({ key }) => {
			const routes = Object.values(registries.routes);
			const members = routes.flatMap((route) => [
				...Object.values(route.options),
				...Object.values(route.signIn).flatMap((way) => Object.values(way.members ?? {})),
			]);
			const whole = routes.some((route) => Object.values(route.signIn).some((way) => way.key === key));
			expect(whole || members.some((each) => each.key === key && each.required === true), key).toBe(true);
		},
	},
];

export function appliesToRow(form: RowsOfAForm, row: Row): boolean {
	return form.applies(row);
}
