import type { AnsweredModel, CloudPlan } from "./cloud-plan.js";

/** What one room adds to a plan. What several parts share stands in each of them and once in the plan. */
export type PlanPart = Partial<CloudPlan>;

/** One plan of its parts, in their order; of what has one id or name, the first. */
export function joinPlans(parts: readonly PlanPart[]): CloudPlan {
	const all = <Item>(of: (part: PlanPart) => readonly Item[] | undefined) => parts.flatMap((part) => of(part) ?? []);
	return {
		lookUps: distinct(all(({ lookUps }) => lookUps)),
		resources: distinct(all(({ resources }) => resources)),
		policies: joined(parts.map(({ policies }) => policies)),
		identities: all(({ identities }) => identities),
		late: joined(parts.map(({ late }) => late)),
		outputs: joinedByWord(parts.map(({ outputs }) => outputs)),
		answers: distinctModels(all(({ answers }) => answers)),
		uses: all(({ uses }) => uses),
		settings: joinedByWord(parts.map(({ settings }) => settings)),
		privateHosts: [...new Set(all(({ privateHosts }) => privateHosts))],
	};
}

function distinct<Item extends { readonly id: string }>(items: readonly Item[]): Item[] {
	const known = new Set<string>();
	return items.filter(({ id }) => !known.has(id) && known.add(id));
}

function distinctModels(answers: readonly AnsweredModel[]): AnsweredModel[] {
	return [...new Map(answers.map((each) => [each.model, each])).values()];
}

type Named<Value> = Readonly<Record<string, Value>>;

function joined<Value>(parts: readonly (Named<Value> | undefined)[]): Named<Value> {
	const whole = new Map<string, Value>();
	for (const part of parts) {
		for (const [name, value] of Object.entries(part ?? {})) if (!whole.has(name)) whole.set(name, value);
	}
	return Object.fromEntries(whole);
}

function joinedByWord<Value>(parts: readonly (Named<Named<Value>> | undefined)[]): Named<Named<Value>> {
	const words = [...new Set(parts.flatMap((part) => Object.keys(part ?? {})))];
	return Object.fromEntries(words.map((word) => [word, joined(parts.map((part) => part?.[word]))]));
}
