import type { DeploymentPlan } from "../deployment/plan-with.js";
import { modelsNeedingDataSharing, modelsOfUnknownFamily } from "../inference/content-claim.js";
import { type WhereAnswered, whereAnswered } from "../inference/where-answered.js";
import type { Registries } from "../registries.js";
import { type SentToCollector, sentToCollector } from "./sent-to-collector.js";

/** What `DATA.md` says of a deployment besides its hosts, as plain JSON. */
export interface DataFacts {
	/** Title of the route. */
	readonly route: string;
	/** Whether Anthropic states of the route that inference brings no conversation content to it. */
	readonly isStated: boolean;
	/** Listed models of which that is not so, or not known. */
	readonly exceptions: readonly { readonly model: string; readonly because: string }[];
	readonly answers: readonly WhereAnswered[];
	/** Empty where no group has a collector. */
	readonly collector: SentToCollector;
}

export function dataFacts({ groups, cloud }: DeploymentPlan, { routes }: Pick<Registries, "routes">): DataFacts {
	const configurations = [...groups.values()].map(({ configuration }) => configuration);
	const values = (key: string) => configurations.map(({ settings }) => settings.get(key)?.value);
	const provider = String(values("inferenceProvider")[0]);
	const route = routes[provider];
	const planned = cloud?.plan.answers ?? [];
	const told = planned.length > 0 || !route ? planned : configurations.flatMap((each) => whereAnswered(route, each));
	const exceptions = values("inferenceModels").flatMap((models) => [
		...modelsNeedingDataSharing(models).map((model) => ({ model, because: "needs to be shared or kept for review" })),
		...modelsOfUnknownFamily(models).map((model) => ({ model, because: "its family is not known" })),
	]);
	return {
		route: route?.title ?? provider,
		isStated: route?.keepsConversationContent ?? false,
		exceptions: distinct(exceptions),
		answers: distinct(told),
		collector: sentToCollector(configurations),
	};
}

function distinct<Item>(items: readonly Item[]): Item[] {
	return [...new Map(items.map((item) => [JSON.stringify(item), item])).values()];
}
