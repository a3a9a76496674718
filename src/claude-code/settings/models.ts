import { flag, list, map, text, words } from "../../shape/build.js";
import type { CodeSetting } from "../code-setting.js";
import { anyObject } from "../structures/open-form.js";
import { effort } from "../values/effort.js";

/** Which models people may pick, and what they cost. */
export const modelsSettings = {
	model: {
		shape: text(),
		summary: "Starting model; only a default, users may still pass --model.",
		defaultNote: "account default",
	},
	availableModels: {
		shape: list(text()),
		summary: "Models people may pick; whole list comes from one source.",
		defaultNote: "every model",
		restricts: "fewer",
	},
	availableModelsMatch: {
		shape: words(["prefix", "exact"]),
		summary: "Makes an id in availableModels admit that exact version only.",
		default: "prefix",
		restricts: "when set",
		unverified: true,
	},
	enforceAvailableModels: {
		shape: flag,
		summary: "Keeps the Default choice inside availableModels.",
		since: "2.1.175",
		default: false,
		restricts: "when true",
	},
	deniedModels: {
		shape: list(text()),
		summary: "Blocks models even where availableModels admits them.",
		restricts: "more",
		unverified: true,
	},
	modelOverrides: { shape: map(text()), summary: "Maps model ids to provider ids such as Bedrock ARNs." },
	modelPicker: { shape: anyObject, summary: "Order and labels of the model picker.", unverified: true },
	modelPricing: {
		shape: anyObject,
		summary: "Contracted rates for cost figures; wins over the Desktop pricing keys.",
		defaultNote: "list price",
		unverified: true,
	},
	modelSettings: { shape: anyObject, summary: "Per-model effort or window.", unverified: true },
	maxEffortLevel: {
		shape: effort,
		summary: "Caps effort for all models; modelSettings has caps per model.",
		restricts: "when set",
		unverified: true,
	},
	effortLevel: { shape: effort, summary: "Default effort." },
	fallbackModel: { shape: list(text()), summary: "Back-up models on overload." },
	fastMode: { shape: flag, summary: "Fast mode where offered.", restricts: "when false" },
	fastModePerSessionOptIn: {
		shape: flag,
		summary: "Fast mode must be switched on in each session.",
		default: false,
		restricts: "when true",
	},
	switchModelsOnFlag: {
		shape: flag,
		summary: "Switch model automatically when a safety classifier flags a request.",
		since: "2.1.170",
		default: true,
		restricts: "when false",
	},
} satisfies Readonly<Record<string, CodeSetting>>;
