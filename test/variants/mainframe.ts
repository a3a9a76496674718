import { exact } from "../../src/egress/destination.js";
import type { InferenceRoute } from "../../src/inference/route.js";
import { error } from "../../src/problem.js";

/** A route that nothing else knows, with a host and a note of its own. */
export const mainframe: InferenceRoute = {
	title: "Mainframe",
	docs: "https://example.com/mainframe",
	options: { endpoint: { key: "otlpEndpoint", required: true } },
	modelIds: "Ids that begin with mf-.",
	signIn: { badge: { kind: "interactive", summary: "A badge.", members: {} } },
	modelsRequired: true,
	first: {},
	keepsConversationContent: true,
	egress: {
		rows: [
			{
				feature: "inference",
				key: "otlpEndpoint",
				because: "the room that the mainframe stands in",
				ifDenied: "Nobody gets an answer.",
				operator: "inference",
				requirement: "required",
				source: "https://example.com/mainframe",
				opensSandbox: true,
				hosts: [exact("room.mainframe.example")],
			},
		],
		notes: [() => ["the mainframe hums"]],
	},
	checkModel: (id) =>
		id.startsWith("mf-") ? [] : [error("model-id", [], "is no id of the mainframe; expected mf-<name>")],
};
