import { error, type Problem } from "../problem.js";
import { map, textMatching } from "../shape/build.js";
import type { MapShape } from "../shape/shape.js";
import { resourceAttributes } from "./catalogue.js";

/** What the collector tells deployments, groups and tiers by. */
export const ownAttributes = {
	deployment: "cowork.deployment",
	group: "cowork.group",
	tier: "cowork.tier",
	retention: "cowork.retention_days",
} as const;

/**
 * An attribute as Prometheus and Loki keep it, with underscores in the place of dots:
 * https://grafana.com/docs/loki/latest/send-data/otel/ and https://prometheus.io/docs/guides/opentelemetry/
 */
export function labelOf(attribute: string): string {
	return attribute.replaceAll(".", "_");
}

const name = textMatching(
	"attribute-name",
	/^[A-Za-z][A-Za-z0-9._-]{0,254}$/,
	"is no name of a resource attribute; expected a letter, then letters, digits, dots, hyphens and underscores",
);

const value = textMatching(
	"attribute-value",
	/^[!#-$&-+./0-:<-[\]-~-]{1,255}$/,
	'is no value of a resource attribute; expected visible ASCII without spaces, ", %, commas, semicolons and backslashes',
);

/**
 * Resource attributes by the grammar of OTEL_RESOURCE_ATTRIBUTES, so that the same text serves every program:
 * https://opentelemetry.io/docs/specs/otel/resource/sdk/#specifying-resource-information-via-an-environment-variable
 */
export const attributesShape: MapShape = map(value, {
	names: { ...name, rules: [...(name.rules ?? []), notReserved] },
});

function notReserved(attribute: string): Problem[] {
	// A person is named by these where an organisation wants it otherwise than the app does.
	const mayBeSaid = ["enduser.id", "process.owner"];
	const isOfApp = resourceAttributes.includes(attribute) && !mayBeSaid.includes(attribute);
	if (!isOfApp && !attribute.startsWith("cowork.")) return [];
	return [error("reserved-attribute", [], "is an attribute that is set already; choose another name")];
}
