import { isJson, type Json, stringOf } from "./json.ts";
import { badBlocks, type Method, no, yes } from "./said.ts";

export interface FakeFile {
  readonly id: string;
  readonly name: string;
  readonly title: string;
  readonly alt: string;
  /** Empty until they were sent. */
  readonly bytes: Buffer;
  readonly completed: boolean;
  /** The channel it was shared in; null for a private file. */
  readonly sharedIn: string | null;
}

/** The three steps of an upload, and whether a block may show the file. */
export function fakeUploads(baseUrl: () => string) {
  const files = new Map<string, FakeFile>();

  function open(args: Json): Json {
    const name = stringOf(args["filename"]);
    if (!name || !Number(args["length"])) return no("invalid_arguments");
    const id = `F${String(files.size + 1).padStart(9, "0")}`;
    const alt = stringOf(args["alt_txt"]) || stringOf(args["alt_text"]);
    const started = { title: name, bytes: Buffer.alloc(0), completed: false, sharedIn: null };
    files.set(id, { id, name, alt, ...started });
    return yes({ upload_url: `${baseUrl()}/upload/${id}`, file_id: id });
  }

  function complete(args: Json): Json {
    const asked = Array.isArray(args["files"]) ? args["files"].filter(isJson) : [];
    const sharedIn = stringOf(args["channel_id"]) || null;
    const known = asked.flatMap(({ id, title }) => {
      const file = files.get(stringOf(id));
      return file && file.bytes.length > 0 ? [{ ...file, title: stringOf(title) || file.title }] : [];
    });
    if (known.length === 0 || known.length < asked.length) return no("file_not_found");
    for (const file of known) files.set(file.id, { ...file, completed: true, sharedIn });
    return yes({ files: known.map(({ id, title }) => ({ id, title })) });
  }

  const methods: Readonly<Record<string, Method>> = {
    "files.getUploadURLExternal": open,
    "files.completeUploadExternal": complete,
    "files.info": ({ file }) => {
      const known = files.get(stringOf(file));
      return known ? yes({ file: { id: known.id, mimetype: "image/png" } }) : no("file_not_found");
    },
  };

  return {
    methods,
    files: () => [...files.values()],
    /** False where no such upload is open. */
    receive(id: string, bytes: Buffer): boolean {
      const file = files.get(id);
      if (!file || file.completed) return false;
      files.set(id, { ...file, bytes });
      return true;
    },
    /** The refusal of blocks that show a file which is not there, or was not completed. */
    missing(args: Json): Json | null {
      const blocks = Array.isArray(args["blocks"]) ? args["blocks"].filter(isJson) : [];
      const index = blocks.findIndex(({ slack_file: shown }) => {
        const id = isJson(shown) ? stringOf(shown["id"]) : "";
        return id !== "" && !files.get(id)?.completed;
      });
      if (index < 0) return null;
      return no("invalid_blocks", badBlocks(`invalid slack file [json-pointer:/blocks/${index}/slack_file]`));
    },
  };
}
