import { ofUrl } from "../egress/destination.js";
import type { JsonValue } from "../json.js";
import type { AnsweredModel, Answering } from "./cloud-plan.js";
import { bareModelId } from "./model-id.js";
import { listedModels } from "./models.js";
import type { InferenceRoute } from "./route.js";

/** A model, and where its calls are answered as far as a deployment tells. */
export interface WhereAnswered extends Answering, Pick<AnsweredModel, "boundary"> {
	/** Absent of those that the app finds by itself. */
	readonly model?: string;
}

/** A group's settings, as far as calls of models follow from them. */
export interface CallingGroup {
	readonly settings: ReadonlyMap<string, { readonly value: JsonValue }>;
	/** Hosts that private endpoints of the deployment serve. */
	readonly privateHosts: readonly string[];
}

/** Of a group for which nothing is planned in a cloud. */
export function whereAnswered(route: InferenceRoute, group: CallingGroup): WhereAnswered[] {
	const { settings } = group;
	const listed = listedModels(settings.get("inferenceModels")?.value).map(({ id }) => bareModelId(id));
	const key = route.options.region?.key;
	const region = key === undefined ? undefined : settings.get(key)?.value;
	const proxy = proxyOf(route, group);
	const answering = (model: string | undefined): Answering => {
		if (proxy !== undefined) return { saidBy: `whoever runs the proxy of ${proxy}` };
		const told = route.answering?.(model, typeof region === "string" ? region : undefined);
		return told ?? { saidBy: "whoever runs the service" };
	};
	if (listed.length === 0) return [answering(undefined)];
	return [...new Set(listed)].map((model) => ({ model, ...answering(model) }));
}

/** The key whose address is neither the provider's own nor a private endpoint of the deployment. */
function proxyOf({ egress: { ownEndpoint } }: InferenceRoute, group: CallingGroup): string | undefined {
	if (!ownEndpoint) return undefined;
	const { key, isProvider } = ownEndpoint;
	const isOther = ({ host }: { readonly host: string }) => !isProvider(host) && !group.privateHosts.includes(host);
	return ofUrl(group.settings.get(key)?.value).some(isOther) ? key : undefined;
}
