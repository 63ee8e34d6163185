declare module 'os' {
  interface CpuInfo {
    model: string;
    /** In MHz; 0 when the system does not tell. */
    speed: number;
    /** Milliseconds spent in each mode. */
    times: { user: number; nice: number; sys: number; idle: number; irq: number };
  }

  interface NetworkInterfaceBase {
    address: string;
    netmask: string;
    mac: string;
    internal: boolean;
    /** The address with its prefix length; `null` when the netmask has holes. */
    cidr: string | null;
  }
  interface NetworkInterfaceInfoIPv4 extends NetworkInterfaceBase {
    family: 'IPv4';
  }
  interface NetworkInterfaceInfoIPv6 extends NetworkInterfaceBase {
    family: 'IPv6';
    scopeid: number;
  }
  type NetworkInterfaceInfo = NetworkInterfaceInfoIPv4 | NetworkInterfaceInfoIPv6;

  interface UserInfo<T> {
    /** -1 on Windows, as `gid`. */
    uid: number;
    gid: number;
    username: T;
    homedir: T;
    /** `null` on Windows. */
    shell: T | null;
  }

  type Platform = 'darwin' | 'linux' | 'win32';

  const EOL: string;
  const devNull: string;
  const constants: {
    UV_UDP_REUSEADDR: number;
    dlopen: Record<string, number>;
    errno: Record<string, number>;
    signals: Readonly<Record<NodeJS.Signals, number>>;
    priority: {
      PRIORITY_LOW: number;
      PRIORITY_BELOW_NORMAL: number;
      PRIORITY_NORMAL: number;
      PRIORITY_ABOVE_NORMAL: number;
      PRIORITY_HIGH: number;
      PRIORITY_HIGHEST: number;
    };
  };

  function arch(): string;
  function availableParallelism(): number;
  function cpus(): CpuInfo[];
  function endianness(): 'BE' | 'LE';
  function freemem(): number;
  /** @throws ERR_SYSTEM_ERROR when there is no such process */
  function getPriority(pid?: number): number;
  function homedir(): string;
  function hostname(): string;
  /** Over 1, 5 and 15 minutes; zeros on Windows. */
  function loadavg(): [number, number, number];
  function machine(): string;
  function networkInterfaces(): Record<string, NetworkInterfaceInfo[] | undefined>;
  function platform(): Platform;
  function release(): string;
  function setPriority(priority: number): void;
  function setPriority(pid: number, priority: number): void;
  function tmpdir(): string;
  function totalmem(): number;
  function type(): string;
  function uptime(): number;
  function userInfo(options: { encoding: 'buffer' }): UserInfo<Buffer>;
  function userInfo(options?: { encoding?: BufferEncoding }): UserInfo<string>;
  function version(): string;

  /*
   * Missing compared with Node: nothing. On Linux `freemem()` is what is available, not what lies idle.
   */
}
declare module 'node:os' {
  export * from 'os';
}
