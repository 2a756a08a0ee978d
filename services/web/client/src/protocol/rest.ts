/** Requests to the server, one way for all: the token, errors in their shape, rate limits obeyed, reading tried again. */

export type Method = "GET" | "POST" | "PUT" | "PATCH" | "DELETE";

export interface RequestOptions {
  body?: unknown;
  query?: Record<string, string | number | boolean | undefined>;
  signal?: AbortSignal;
  /** Why it is done, for the journal of whoever looks after the place. */
  reason?: string;
}

export interface Upload {
  files: File[];
  body: unknown;
  /** Told from 0 to 1. */
  onProgress?: (done: number) => void;
  signal?: AbortSignal;
}

/** Work that the server wants to see before it does something that costs it much: a text whose hash begins with so many zero bits. */
export interface Work {
  challenge: string;
  bits: number;
}

/** What the server refused, in its words; `status` 0 says that it was not reached. */
export class ApiError extends Error {
  constructor(
    readonly status: number,
    readonly code: number,
    message: string,
    /** Messages by the path of the field that they are about, such as `email` or `embeds.0.title`. */
    readonly fields: ReadonlyMap<string, string> = new Map(),
    readonly retryAfter?: number,
    /** What is to be done before it is asked for again. */
    readonly work?: Work,
  ) {
    super(message);
    this.name = "ApiError";
  }

  get unreachable(): boolean {
    return this.status === 0 || this.status >= 502;
  }
}

/** The one kind of captcha that needs nobody else's page. */
const WORK = "guildhall-sha256";
const MOST_TRIES = 5;
const FIRST_PAUSE = 500;

export interface RestEnvironment {
  fetch: typeof fetch;
  sleep: (milliseconds: number) => Promise<void>;
}

const BROWSER: RestEnvironment = {
  fetch: (input, init) => fetch(input, init),
  sleep: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
};

export class Rest {
  /** Called when the server no longer knows the token. */
  onUnauthorized: () => void = () => {};
  /** Until when requests of one kind have to wait, by method and path. */
  private readonly waits = new Map<string, number>();

  constructor(
    readonly base: string,
    private readonly token: () => string | null,
    private readonly environment: RestEnvironment = BROWSER,
  ) {}

  get<T>(path: string, options: RequestOptions = {}): Promise<T> {
    return this.request<T>("GET", path, options);
  }

  post<T>(path: string, body?: unknown): Promise<T> {
    return this.request<T>("POST", path, { body });
  }

  put<T>(path: string, body?: unknown): Promise<T> {
    return this.request<T>("PUT", path, { body });
  }

  patch<T>(path: string, body: unknown): Promise<T> {
    return this.request<T>("PATCH", path, { body });
  }

  delete<T>(path: string): Promise<T> {
    return this.request<T>("DELETE", path);
  }

  /** Sends once more what was limited; what only reads also when the server was not reached. */
  async request<T>(method: Method, path: string, options: RequestOptions = {}): Promise<T> {
    for (let attempt = 1; ; attempt++) {
      await this.waitFor(`${method} ${path}`);
      try {
        return await this.once<T>(method, path, options);
      } catch (error) {
        if (!(error instanceof ApiError) || attempt === MOST_TRIES || options.signal?.aborted) throw error;
        if (error.status === 429) {
          this.waits.set(`${method} ${path}`, Date.now() + (error.retryAfter ?? 1) * 1000);
        } else if (error.unreachable && method === "GET") {
          await this.environment.sleep(FIRST_PAUSE * 2 ** (attempt - 1));
        } else {
          throw error;
        }
      }
    }
  }

  /** Files with their message; by the older way of the browser, which tells how much has left. */
  upload<T>(path: string, upload: Upload): Promise<T> {
    const form = new FormData();
    form.append("payload_json", new Blob([JSON.stringify(upload.body)], { type: "application/json" }));
    upload.files.forEach((file, index) => form.append(`files[${index}]`, file, file.name));
    return new Promise<T>((resolve, reject) => {
      const request = new XMLHttpRequest();
      request.open("POST", this.base + path);
      const token = this.token();
      if (token) request.setRequestHeader("Authorization", token);
      request.upload.onprogress = (event) => upload.onProgress?.(event.lengthComputable ? event.loaded / event.total : 0);
      request.onload = () => {
        const body = parse(request.responseText);
        if (request.status >= 200 && request.status < 300) resolve(body as T);
        else reject(refusal(request.status, body));
      };
      request.onerror = () => reject(new ApiError(0, 0, "unreachable"));
      request.onabort = () => reject(new ApiError(0, 0, "aborted"));
      upload.signal?.addEventListener("abort", () => request.abort());
      request.send(form);
    });
  }

  private async waitFor(key: string): Promise<void> {
    const until = this.waits.get(key);
    if (until === undefined) return;
    const pause = until - Date.now();
    if (pause > 0) await this.environment.sleep(pause);
    this.waits.delete(key);
  }

  private async once<T>(method: Method, path: string, options: RequestOptions): Promise<T> {
    const headers: Record<string, string> = {};
    const token = this.token();
    if (token) headers["Authorization"] = token;
    if (options.reason) headers["X-Audit-Log-Reason"] = encodeURIComponent(options.reason);
    // A form says itself what it is, with the mark that parts its fields.
    const form = options.body instanceof FormData;
    if (options.body !== undefined && !form) headers["Content-Type"] = "application/json";
    let response: Response;
    try {
      response = await this.environment.fetch(this.base + path + search(options.query), {
        method,
        headers,
        ...(options.body === undefined ? {} : { body: form ? (options.body as FormData) : JSON.stringify(options.body) }),
        ...(options.signal ? { signal: options.signal } : {}),
      });
    } catch {
      throw new ApiError(0, 0, options.signal?.aborted ? "aborted" : "unreachable");
    }
    const body = parse(await response.text());
    if (response.ok) return body as T;
    if (response.status === 401 && token) this.onUnauthorized();
    throw refusal(response.status, body);
  }
}

function search(query: RequestOptions["query"]): string {
  if (!query) return "";
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined) parameters.set(name, String(value));
  }
  const text = parameters.toString();
  return text ? `?${text}` : "";
}

function parse(text: string): unknown {
  if (!text) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Reads an error in the server's shape: `{code, message, errors: {field: {_errors: [{code, message}]}}, retry_after}`. */
export function refusal(status: number, body: unknown): ApiError {
  const shape = (body ?? {}) as { code?: number; message?: string; errors?: unknown; retry_after?: number } & Captcha;
  const fields = new Map<string, string>();
  collect(shape.errors, "", fields);
  return new ApiError(status, shape.code ?? 0, shape.message ?? `${status}`, fields, shape.retry_after, work(shape));
}

/** The fields in which captchas are asked for. */
interface Captcha {
  captcha_service?: string;
  captcha_sitekey?: string;
  captcha_rqtoken?: string;
}

function work(shape: Captcha): Work | undefined {
  if (shape.captcha_service !== WORK || !shape.captcha_rqtoken) return undefined;
  return { challenge: shape.captcha_rqtoken, bits: Number(shape.captcha_sitekey) };
}

function collect(errors: unknown, path: string, into: Map<string, string>): void {
  if (typeof errors !== "object" || errors === null) return;
  for (const [key, value] of Object.entries(errors)) {
    if (key === "_errors" && Array.isArray(value)) {
      into.set(path, value.map((error: { message?: string }) => error.message ?? "").join(" "));
    } else {
      collect(value, path ? `${path}.${key}` : key, into);
    }
  }
}
