import { claudeCodeShape } from "../claude-code/claude-code-shape.js";
import { keyNames, managedKeys } from "../configuration/catalogue.js";
import { keyMember } from "../configuration/key-member.js";
import { blockShape } from "../firewall/block-shape.js";
import { groupInferenceShape, inferenceShape } from "../inference/route-shape.js";
import type { JsonObject } from "../json.js";
import type { Registries } from "../registries.js";
import { map, object } from "../shape/build.js";
import { extendingSchema, extendsMember } from "../shape/extending-schema.js";
import type { Member, ObjectShape, Shape } from "../shape/shape.js";
import { withShapes } from "../shape/with-shapes.js";
import { deploymentShape, groupShape, organizationShape } from "./deployment-shape.js";
import { nameShape } from "./name-shape.js";
import { publishShape } from "./publish-shape.js";

/** Tells the schema of deployment files, of whatever version, from any other. */
export const deploymentSchemaTitle = "Deployment of pulumi-cowork";

/** The deployment file as JSON Schema. */
export function deploymentSchema(registries: Registries): JsonObject {
	return extendingSchema(deploymentSchemaTitle, wholeShape(registries));
}

/** {@link deploymentShape} with what the registries say of their blocks, and the catalogue of its keys. */
export function wholeShape(registries: Registries): ObjectShape {
	const { routes, firewall, profiles, templates, codeFormats, stores, collectorHosts, observability } = registries;
	const { members } = deploymentShape;
	const blocks = { ...profiles, ...templates, ...codeFormats };
	const group = object(
		withShapes(groupShape.members, {
			settings: settingsShape(),
			claudeCode: claudeCodeShape,
			inference: groupInferenceShape(routes),
			...(observability && { observability: observability.groupShape }),
		}),
		named(groupShape),
	);
	const organization = object(
		withShapes(organizationShape.members, { uuid: managedKeys.deploymentOrganizationUuid.shape }),
		named(organizationShape),
	);
	return object(
		{
			...withShapes(members, {
				organization,
				settings: settingsShape(),
				claudeCode: claudeCodeShape,
				groups: map(group, { names: nameShape }),
				firewall: axis(firewall, blockShape),
				...(observability && { observability: observability.shape(collectorHosts) }),
				profiles: axis(blocks, ({ options }) => object(options)),
				publish: publishShape(axis(stores, ({ options }) => options)),
			}),
			inference: { shape: inferenceShape(routes), summary: "Exactly one route.", required: true },
			extends: extendsMember,
		},
		named(deploymentShape),
	);
}

function settingsShape(): ObjectShape {
	const members = keyNames.map((name): [string, Member] => [name, keyMember(managedKeys[name])]);
	return object(Object.fromEntries(members), {
		name: "ManagedSettings",
		summary: "Managed keys in their native types.",
	});
}

function axis<Variant extends { readonly title: string }>(
	variants: Readonly<Record<string, Variant>>,
	shape: (variant: Variant) => Shape,
): ObjectShape {
	const members = Object.entries(variants).map(([word, variant]): [string, Member] => [
		word,
		{ shape: shape(variant), summary: `${variant.title}.` },
	]);
	return object(Object.fromEntries(members));
}

function named({ name, summary }: ObjectShape) {
	return { ...(name !== undefined && { name }), ...(summary !== undefined && { summary }) };
}
