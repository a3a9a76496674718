import { line } from "../../../configuration/values/text.js";
import { integer, map, object, textMatching } from "../../../shape/build.js";
import type { Member } from "../../../shape/shape.js";
import type { PlanPart } from "../../join-plans.js";
import { resource } from "../resource.js";
import type { VertexFoundationOptions } from "./options.js";
import { aiplatform } from "./services.js";

const quota = object(
	{
		quotaId: { shape: line, summary: "Id of the quota, as `gcloud beta quotas info list` prints it.", required: true },
		value: { shape: integer({ min: 0 }), summary: "What is asked for.", required: true },
		dimensions: {
			shape: map(line),
			summary: "What of the quota it is for, such as `region` and `base_model`.",
			defaultNote: "all of it",
		},
		contactEmail: {
			shape: textMatching("email", /^[^\s@]+@[^\s@.]+(?:\.[^\s@.]+)+$/, "is no e-mail address"),
			summary: "Whom Google asks about it.",
			required: true,
		},
		justification: { shape: line, summary: "Why it is asked for.", defaultNote: "nothing is said" },
	},
	{
		name: "QuotaOptions",
		summary: "A quota to ask for. Google grants it, less of it, or nothing, and takes its time.",
	},
);

/** Member of a foundation's options. */
export const quotas: Member = {
	shape: map(quota, {
		names: textMatching(
			"quota-word",
			/^[a-z][a-z0-9-]{0,62}$/,
			"is no word; expected lower-case letters, digits, hyphens",
		),
	}),
	summary: "Quotas of Vertex AI to ask for, by a word of yours. https://cloud.google.com/docs/quotas/overview",
	defaultNote: "none",
};

export function planQuotas(
	{ projectId, quotas: asked = {} }: VertexFoundationOptions,
	after: readonly string[],
): PlanPart {
	const resources = Object.entries(asked).map(([word, { quotaId, value, dimensions, contactEmail, justification }]) =>
		resource(
			"cloudquotas.googleapis.com/QuotaPreference",
			`quota.${word}`,
			{
				parent: `projects/${projectId}`,
				name: `cowork-${word}`,
				service: aiplatform,
				quotaId,
				...(dimensions && { dimensions: { ...dimensions } }),
				quotaConfig: { preferredValue: String(value) },
				contactEmail,
				...(justification !== undefined && { justification }),
			},
			{ name: `cowork-${word}`, after },
		),
	);
	return { resources };
}
