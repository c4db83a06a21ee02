/*::
export type Word = string | null;
export type SlotType =
  "string" | "integer" | "number" | "boolean" | "array" | "object" | "any" | "delay" | "time";

export interface SlotData {
  name: string;
  slot_type: SlotType;
  or: SlotType | null;
  source: unknown;
  min_length: number;
  max_length: number | null;
  level: number;
}

export type PieceData = { Fixed: string } | { Slot: number } | { Optional: PieceData[] };

export type NodeData =
  | { Object: MemberData[] }
  | { List: NodeData[] }
  | { String: string }
  | { Number: string }
  | { Boolean: boolean }
  | { Slot: number }
  | { Text: PieceData[] }
  | "Null"
  | "Inner";

export type KeyData = { Names: string[] } | { Slot: number } | { Path: number };

export interface MemberData { key: KeyData; node: NodeData; optional: boolean }

export interface HeaderData { name: string; pieces: PieceData[]; is_optional: boolean }

export interface ShapeData {
  media_type: string;
  headers: HeaderData[];
  slots: SlotData[];
  members: NodeData;
  inner: NodeData;
}

export interface Texts {
  title?: string[];
  message?: string[];
  description?: string[];
  action?: string[];
  user_message?: string[];
}

export interface StatusData {
  status: number;
  entry: number | null;
  texts: Texts;
  retry: Word;
  actor: Word;
  effect: Word;
  grpc: Word;
  docs: string | null;
  headers: HeaderData[];
}

export interface ParameterData { name: string; type: SlotType; example?: unknown }

export interface CauseData { when: string[]; action: string[] }

export interface EntryData {
  name: string;
  code: string;
  is_sent: boolean;
  status: number;
  parent: number | null;
  aliases: string[];
  is_retired: boolean;
  texts: Texts;
  messages?: string[];
  retry: Word;
  actor: Word;
  effect: Word;
  grpc: Word;
  docs: string | null;
  problem_type: string | null;
  parameters: ParameterData[];
  causes: CauseData[];
  fixed: { [name: string]: string };
}

export interface CatalogData<E extends EntryData = EntryData> {
  name: string;
  locales: string[];
  title: string[] | null;
  docs: string | null;
  version: string | null;
  statuses: StatusData[];
  entries: E[];
  shape: ShapeData;
}

export type Basis = "code" | "status" | "class" | "nothing";

export interface AnswerError<E extends EntryData = EntryData> {
  entry: E | null;
  code: string | null;
  message: string | null;
  localizedMessage(locale?: string): string | null;
  slotJson(name: string): string | null;
  slot(name: string): unknown;
  parameter(name: string): string | null;
  parameterJson(name: string): string | null;
}

export interface Answer<E extends EntryData = EntryData> {
  status: number;
  isRecognized: boolean;
  basis: Basis;
  entry: E | null;
  row: StatusData | null;
  code: string | null;
  message: string | null;
  errors: AnswerError<E>[];
  isCode(code: string): boolean;
  title(locale?: string): string | null;
  description(locale?: string): string | null;
  action(locale?: string): string | null;
  userMessage(locale?: string): string | null;
  localizedMessage(locale?: string): string | null;
  retry(now?: number): Word;
  retryAfter(now?: number): number | null;
  actor(): Word;
  effect(): string;
  docs(): string | null;
  header(name: string): string | null;
  slotJson(name: string): string | null;
  slot(name: string): unknown;
  parameter(name: string): string | null;
  parameterJson(name: string): string | null;
}

export type AnswerHeaders = Iterable<readonly [string, string]> | { [name: string]: string };

export interface Decoder<E extends EntryData = EntryData> {
  decode(status: number, body: unknown, headers?: AnswerHeaders): Answer<E>;
}

type Num = number | string;
type Step = { text: string } | { number: Num } | { optional: Step[][] };
type Value = [Num, string];

interface Levels { named: number[]; isOwn: boolean; nests: boolean }
interface Item { lowest: number; deepest: number; leavesOutFirst: boolean; nests: boolean }
interface Slot {
  name: string;
  type: SlotType;
  or: SlotType | null;
  source: string;
  level: number;
  takesDigits: boolean;
}
interface Member {
  names: string[];
  slot: number;
  isPath: boolean;
  isMap: boolean;
  node: Node;
  errors: Item | null;
}
type Node =
  | { kind: "object"; members: Member[] }
  | { kind: "list"; items: { node: Node; errors: Item | null }[] }
  | { kind: "string"; text: string }
  | { kind: "number"; text: string }
  | { kind: "boolean"; value: boolean }
  | { kind: "null" }
  | { kind: "slot"; slot: number }
  | { kind: "text"; steps: Step[] }
  | { kind: "inner" };
interface Header { name: string; steps: Step[] }
interface Found { slot: number; level: number; element: number; json: string; piece: Piece | null }
interface Piece { text: string; isJson: boolean }
interface Element { around: number; item: Item; isInRoot: boolean; isAbsent: boolean }
interface Received { found: Found[]; elements: Element[]; isRefused: boolean }
interface Position { level: number; isNested: boolean }
interface ReceivedCode { position: Position; isType: boolean; text: string }
interface ReceivedError {
  element: number;
  entry: number | null;
  isOwn: boolean;
  code: string | null;
  lowest: number;
}
interface Catalog {
  data: CatalogData;
  slots: Slot[];
  root: Node;
  inner: Node;
  nests: boolean;
  headers: Header[];
  rows: Map<number, { data: StatusData; headers: Header[] }>;
  byCode: Map<string, number[]>;
  byType: Map<string, number>;
  byTypePath: Map<string, number>;
  templates: Map<number, Step[][]>;
}
*/
