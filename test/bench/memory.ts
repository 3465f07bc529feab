import { readdirSync, readFileSync } from 'node:fs'
import { setInterval } from 'node:timers'

/** Watches how much memory this process and all that it has started take together. */
export interface MemoryWatch {
  /** The most that has been seen, in MB; undefined where the system doesn't tell (other than Linux). */
  end(): number | undefined
}

export function watchMemory(): MemoryWatch {
  let most = 0
  const look = () => (most = Math.max(most, treeMemory()))
  const timer = setInterval(look, 50)
  return {
    end() {
      look()
      clearInterval(timer)
      return most > 0 ? Math.round(most / 1e6) : undefined
    }
  }
}

/** Bytes in memory, shared parts divided by those who share them. */
function treeMemory(): number {
  const parents = new Map<number, number>()
  try {
    for (const name of readdirSync('/proc')) {
      if (!/^\d+$/.test(name)) continue
      const stat = read(`/proc/${name}/stat`)
      parents.set(Number(name), Number(stat.slice(stat.lastIndexOf(')') + 4).split(' ')[0]))
    }
  } catch {
    return 0
  }
  const mine = (pid: number): boolean => {
    if (pid === process.pid) return true
    const parent = parents.get(pid)
    return parent !== undefined && parent > 1 && mine(parent)
  }
  let bytes = 0
  for (const pid of parents.keys()) {
    if (!mine(pid)) continue
    const shared = /^Pss:\s+(\d+) kB/m.exec(read(`/proc/${pid}/smaps_rollup`))?.[1]
    bytes += Number(shared ?? 0) * 1024
  }
  return bytes
}

/** Empty for a process that has ended meanwhile. */
function read(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}
