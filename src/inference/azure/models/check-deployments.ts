import { suggestName } from "../../../nearest-name.js";
import type { Path } from "../../../path.js";
import { error, type Problem, warning } from "../../../problem.js";
import { bareModelId, tierOf } from "../../model-id.js";
import { azureSignIns } from "../identity/sign-ins.js";
import type { FoundryDeployment } from "../provision.js";
import { type FoundryRequest, listedDeployments } from "../request.js";
import { unlessSettled } from "../settled.js";
import { dataBoundaries, hostingOf } from "./hosting.js";
import { type Hosting, hostings, locations, modelRow, modelTable, tableDate } from "./model-table.js";

/** What is wrong with the model deployments, and with what profiles list of them. */
export function checkDeployments(request: FoundryRequest): Problem[] {
	const { provision, at } = request;
	const path = [...at.block, "provision", "deployments"];
	return [
		...Object.entries(provision.deployments).flatMap(([name, each]) => checkDeployment(request, each, [...path, name])),
		...checkListed(request),
		...checkUnlisted(request, path),
		...checkTellsApart(request),
		...checkBoundaries(request, path),
		...checkQuota(request, path),
	];
}

function checkDeployment(request: FoundryRequest, deployment: FoundryDeployment, at: Path): Problem[] {
	const { provision } = request;
	return [
		...checkHosting(deployment, at),
		...checkTable(deployment, at),
		...checkZone(deployment, provision.location, at),
		...checkResidency(deployment, provision.residency, at),
		...checkKey(request, deployment, at),
	];
}

function checkHosting({ version, hosting }: FoundryDeployment, at: Path): Problem[] {
	const actual = hostingOf(version);
	if (actual === undefined) {
		const message = `is ${version}, of which nothing tells who hosts it; see that it is ${hosting}, or take 2 for Azure, 1 or a date for Anthropic`;
		return [warning("unknown-hosting", [...at, "version"], message)];
	}
	if (actual === hosting) return [];
	const message = `is ${version}, which ${actual} hosts, where hosting says ${hosting}; give the version that ${hosting} hosts, or say hosting: ${actual}`;
	return [error("other-hosting", [...at, "version"], message)];
}

/** What the table says of the model: who hosts it, and in which kinds of capacity. */
function checkTable({ model, hosting, sku }: FoundryDeployment, at: Path): Problem[] {
	const row = modelRow(model);
	if (!row) {
		const message = `is no model of the table of ${tableDate}, so that nothing tells whether Azure has it with ${sku}; ${suggestName(model, Object.keys(modelTable))}`;
		return [warning("unknown-foundry-model", [...at, "model"], message)];
	}
	const skus = row[hosting];
	if (!skus) {
		const other = hostings.filter((each) => row[each]).join(" or ");
		const message = `${hosting} does not host ${model} by the table of ${tableDate}; expected ${other}`;
		return [error("model-hosting", [...at, "hosting"], message)];
	}
	if (skus.includes(sku)) return [];
	const message = `${model} is not to be had with ${sku} where ${hosting} hosts it, by the table of ${tableDate}; expected ${skus.join(" or ")}`;
	return [error("model-sku", [...at, "sku"], message)];
}

function checkZone({ sku }: FoundryDeployment, location: string, at: Path): Problem[] {
	if (sku !== "DataZoneStandard" || locations[location]?.zone) return [];
	const inZone = Object.keys(locations).filter((each) => locations[each]?.zone);
	const message = `is to be had in ${inZone.join(", ")} alone, and the account is in ${location}; take GlobalStandard, or another location`;
	return [error("sku-location", [...at, "sku"], message)];
}

/** Only a data zone keeps calls anywhere, and only on Azure. */
function checkResidency(
	{ sku, hosting }: FoundryDeployment,
	residency: readonly string[] | undefined,
	at: Path,
): Problem[] {
	if (!residency || (sku === "DataZoneStandard" && hosting === "azure")) return [];
	const reaches = hosting === "azure" ? "any of Azure's regions" : "machines outside of Azure";
	const message = `reaches ${reaches}, which residency does not allow; allow it by leaving residency out, or deploy it on Azure with DataZoneStandard`;
	return [error("residency", [...at, "sku"], message)];
}

/** https://learn.microsoft.com/azure/foundry/foundry-models/concepts/claude-models */
function checkKey({ signIn }: FoundryRequest, { model }: FoundryDeployment, at: Path): Problem[] {
	if (!azureSignIns[signIn].blocks.includes("key") || tierOf(model) !== "mythos") return [];
	return [error("entra-only", [...at, "model"], `${model} takes Entra ID alone; sign in with entra, or leave it out`)];
}

function checkListed({ provision, groups }: FoundryRequest): Problem[] {
	const names = Object.keys(provision.deployments);
	return groups.flatMap((group) =>
		listedDeployments(group).flatMap(({ id, index, tier, plain }) => {
			const entry = [...group.modelsAt, index];
			const at = plain ? entry : [...entry, "name"];
			const deployment = names.includes(id) ? provision.deployments[id] : undefined;
			if (!deployment) {
				const message = `is no deployment of provision.deployments; ${suggestName(id, names)}`;
				return [error("unknown-deployment", at, message)];
			}
			const actual = tierOf(deployment.model);
			if (tier === undefined || actual === undefined || tier === actual) return [];
			const message = `is ${tier}, where the deployment's model is ${actual}; expected the same`;
			return [error("family-tier", [...entry, "anthropicFamilyTier"], message)];
		}),
	);
}

function checkUnlisted({ provision, groups }: FoundryRequest, at: Path): Problem[] {
	const listed = new Set(groups.flatMap(listedDeployments).map(({ id }) => bareModelId(id)));
	return Object.keys(provision.deployments)
		.filter((name) => !listed.has(name))
		.map((name) =>
			warning(
				"unlisted-deployment",
				[...at, name],
				"is in no list of models: nobody is offered it; list it, or leave it out",
			),
		);
}

/** Azure's roles know the account and no deployment of it. */
function checkTellsApart({ provision, groups }: FoundryRequest): Problem[] {
	const all = Object.keys(provision.deployments);
	return groups.flatMap((group) => {
		const listed = listedDeployments(group).map(({ id }) => id);
		const beyond = all.filter((name) => !listed.includes(name));
		if (listed.length === 0 || beyond.length === 0) return [];
		const message = `the people of ${group.name} can call ${beyond.sort().join(", ")}, too, which their profile does not list: whoever may call an account may call every deployment of it; give them an account of their own in a deployment file of its own, if they must not`;
		return unlessSettled(provision, "sharedDeployments", group.modelsAt, message);
	});
}

/** https://learn.microsoft.com/azure/foundry/responsible-ai/claude-models/data-privacy */
function checkBoundaries({ provision }: FoundryRequest, at: Path): Problem[] {
	return hostings.flatMap((hosting: Hosting) => {
		const names = Object.entries(provision.deployments).flatMap(([name, each]) =>
			each.hosting === hosting ? [name] : [],
		);
		if (names.length === 0) return [];
		const message = `${names.sort().join(", ")}, ${dataBoundaries[hosting]}; with either hosting Anthropic processes content under its own terms, so that nothing promises here that it stays away from Anthropic`;
		return unlessSettled(provision, "dataBoundary", at, message);
	});
}

/** https://learn.microsoft.com/azure/foundry/foundry-models/concepts/claude-models-quotas-limits */
function checkQuota({ provision }: FoundryRequest, at: Path): Problem[] {
	const asked = new Map<string, number>();
	for (const { model, version, sku, capacity } of Object.values(provision.deployments)) {
		const pool = `${model} version ${version} (${sku})`;
		asked.set(pool, (asked.get(pool) ?? 0) + capacity);
	}
	const amounts = [...asked].map(([pool, capacity]) => `${inTokens(capacity)} tokens a minute of ${pool}`).sort();
	const fable = Object.values(provision.deployments).some(({ model }) => tierOf(model) === "fable");
	const first = `pay-as-you-go begins at ${inTokens(40)} for a model${fable ? ", and at none for fable" : ""}`;
	const message = `the subscription's quota has to cover ${amounts.join(", ")}, which all its accounts share: Azure refuses a deployment beyond it with InsufficientQuota, and people get 429 beyond their deployment's; ${first}: look at Quota in the Foundry portal, and ask for more at https://aka.ms/oai/stuquotarequest`;
	return unlessSettled(provision, "quota", at, message);
}

/** As Azure's own pages write them, of thousands. */
function inTokens(capacity: number): string {
	return (capacity * 1000).toLocaleString("en-US");
}
