import { CancelledError, errorMessage } from '@ci-actions/kit'
import {
  Deadline,
  exponential,
  formatDuration,
  fullJitter,
  poll,
  Semaphore,
  systemClock,
  TimeoutError,
} from '@ci-actions/wait'
import { testClock } from '../../support/clock.ts'

const never = new AbortController().signal

describe('A deadline', () => {
  test('has what is left of its time, and never less than nothing', () => {
    const clock = testClock()
    const deadline = new Deadline(1000, never, clock)
    clock.pass(400)
    expect(deadline.remaining).toBe(600)
    clock.pass(5000)
    expect(deadline.remaining).toBe(0)
  })

  test('ends with the time it was given as its reason', async () => {
    const clock = testClock()
    const deadline = new Deadline(90_000, never, clock)
    await expect(deadline.sleep(90_001)).rejects.toThrow(
      new TimeoutError('The time limit given, 1 min 30 s, was reached.'),
    )
    expect(clock.now()).toBe(90_000)
    expect(deadline.remaining).toBe(0)
  })

  test('ends with the reason of the cancellation when that comes first', async () => {
    const clock = testClock()
    const job = new AbortController()
    const deadline = new Deadline(1000, job.signal, clock)
    const sleep = deadline.sleep(900)
    job.abort(new CancelledError())
    await expect(sleep).rejects.toThrow(new CancelledError('The job was cancelled.'))
    await expect(deadline.sleep(1)).rejects.toBeInstanceOf(CancelledError)
  })

  test('can be of no time at all', async () => {
    const clock = testClock()
    const deadline = new Deadline(0, never, clock)
    await expect(deadline.sleep(1)).rejects.toBeInstanceOf(TimeoutError)
  })

  describe('within another', () => {
    test('ends after its own time, and leaves the other as it is', () => {
      const clock = testClock()
      const whole = new Deadline(10_000, never, clock)
      const attempt = whole.capped(1000)
      clock.pass(1000)
      expect(errorMessage(attempt.signal.reason)).toBe('The time limit given, 1 s, was reached.')
      expect(whole.signal.aborted).toBe(false)
      expect(whole.remaining).toBe(9000)
    })

    test('has no more time than the other, and ends with its reason', () => {
      const clock = testClock()
      const whole = new Deadline(1000, never, clock)
      const attempt = whole.capped(30_000)
      expect(attempt.remaining).toBe(1000)
      clock.pass(1000)
      expect(attempt.signal.reason).toBe(whole.signal.reason)
      expect(errorMessage(attempt.signal.reason)).toBe('The time limit given, 1 s, was reached.')
    })

    test('never ends before the other when it has as much time', async () => {
      const whole = new Deadline(30, never)
      await new Promise((resolve) => setTimeout(resolve, 10))
      const attempt = whole.capped(30_000)
      await new Promise((resolve) => attempt.signal.addEventListener('abort', resolve))
      expect(whole.signal.aborted).toBe(true)
    })

    test('hears the cancellation', () => {
      const job = new AbortController()
      const attempt = new Deadline(1000, job.signal, testClock()).capped(100)
      job.abort(new CancelledError())
      expect(attempt.signal.reason).toBeInstanceOf(CancelledError)
    })
  })

  describe('that is outlived', () => {
    test('by some time goes on for that time after its own is over', () => {
      const clock = testClock()
      const deadline = new Deadline(1000, never, clock)
      const longer = deadline.extendedBy(3000)
      expect(longer.remaining).toBe(4000)
      clock.pass(1000)
      expect(deadline.signal.aborted).toBe(true)
      expect(longer.signal.aborted).toBe(false)
      clock.pass(3000)
      expect(longer.signal.reason).toBeInstanceOf(TimeoutError)
    })

    test('goes on for that time after a cancellation', () => {
      const clock = testClock()
      const job = new AbortController()
      const longer = new Deadline(60_000, job.signal, clock).extendedBy(3000)
      job.abort(new CancelledError())
      clock.pass(2999)
      expect(longer.signal.aborted).toBe(false)
      clock.pass(1)
      expect(longer.signal.reason).toBeInstanceOf(CancelledError)
    })

    test('when it is over already, still gives that time', () => {
      const clock = testClock()
      const job = new AbortController()
      const deadline = new Deadline(60_000, job.signal, clock)
      job.abort(new CancelledError())
      const longer = deadline.extendedBy(3000)
      clock.pass(2999)
      expect(longer.signal.aborted).toBe(false)
      clock.pass(1)
      expect(longer.signal.reason).toBeInstanceOf(CancelledError)
    })
  })

  test('leaves a time of its own for what is done afterwards', () => {
    const clock = testClock()
    const job = new AbortController()
    const deadline = new Deadline(1000, job.signal, clock)
    job.abort(new CancelledError())
    const rest = deadline.grace(2000)
    expect(rest.remaining).toBe(2000)
    clock.pass(1999)
    expect(rest.signal.aborted).toBe(false)
    clock.pass(1)
    expect(rest.signal.reason).toBeInstanceOf(TimeoutError)
  })
})

describe('until', () => {
  test('asks at once, and again after each pause until there is an answer', async () => {
    const clock = testClock()
    const asked: number[] = []
    const answer = await poll(
      async (tries) => {
        asked.push(clock.now())
        return tries === 3 ? 'live' : undefined
      },
      exponential(1000, 2, 3000),
      new Deadline(60_000, never, clock),
    )
    expect(answer).toBe('live')
    expect(asked).toEqual([0, 1000, 3000, 6000])
  })

  test.each([false, 0, '', null])('takes %p for an answer', async (answer) => {
    const deadline = new Deadline(1000, never, testClock())
    await expect(poll(async () => answer, exponential(1, 1, 1), deadline)).resolves.toBe(answer)
  })

  test('gives up when the time is over, at that time', async () => {
    const clock = testClock()
    const deadline = new Deadline(10_000, never, clock)
    const asking = poll(async () => undefined, exponential(4000, 1, 4000), deadline)
    await expect(asking).rejects.toThrow('The time limit given, 10 s, was reached.')
    expect(clock.now()).toBe(10_000)
  })

  test('says what it waited for when the time is over', async () => {
    const deadline = new Deadline(10_000, never, testClock())
    const asking = poll(
      async () => undefined,
      exponential(4000, 1, 4000),
      deadline,
      () => 'It is busy.',
    )
    await expect(asking).rejects.toThrow('The time limit given, 10 s, was reached. It is busy.')
  })

  test('says the time that was given, also where a write that has begun may outlive it', async () => {
    const clock = testClock()
    const longer = new Deadline(6_000, never, clock).extendedBy(1_400)
    await expect(poll(async () => undefined, exponential(4000, 1, 4000), longer)).rejects.toThrow(
      'The time limit given, 6 s, was reached.',
    )
    expect(clock.now()).toBeGreaterThanOrEqual(7_400)
  })

  test('gives up when the job is cancelled, and asks nothing more', async () => {
    const clock = testClock()
    const job = new AbortController()
    let asked = 0
    const asking = poll(
      async () => {
        if (++asked === 3) job.abort(new CancelledError())
        return undefined
      },
      exponential(1000, 1, 1000),
      new Deadline(60_000, job.signal, clock),
    )
    await expect(asking).rejects.toBeInstanceOf(CancelledError)
    expect(asked).toBe(3)
  })

  test('asks nothing when it is over before it began', async () => {
    const ask = async () => 'live'
    const asking = poll(ask, exponential(1, 1, 1), new Deadline(1000, AbortSignal.abort('over')))
    await expect(asking).rejects.toBe('over')
  })

  test('lets what the question throws pass', async () => {
    const deadline = new Deadline(1000, never, testClock())
    const ask = async () => {
      throw new Error('no')
    }
    await expect(poll(ask, exponential(1, 1, 1), deadline)).rejects.toThrow('no')
  })
})

describe('A backoff', () => {
  test('grows from its first wait to its longest', () => {
    const backoff = exponential(500, 2, 15_000)
    expect([0, 1, 2, 3, 4, 5, 6, 2000].map(backoff)).toEqual([
      500, 1000, 2000, 4000, 8000, 15_000, 15_000, 15_000,
    ])
  })

  test.each([
    [0, 0],
    [0.25, 1000],
    [0.999, 3996],
  ])('with a jitter of %p waits that part of it', (random, wait) => {
    expect(fullJitter(exponential(4000, 2, 15_000), () => random)(0)).toBe(wait)
  })
})

test.each([
  [0, '0 s'],
  [4, '0 s'],
  [50, '0.1 s'],
  [449, '0.4 s'],
  [1000, '1 s'],
  [9940, '9.9 s'],
  [9999, '10 s'],
  [10_400, '10 s'],
  [59_499, '59 s'],
  [59_500, '1 min'],
  [90_000, '1 min 30 s'],
  [125_000, '2 min 5 s'],
  [3_599_000, '59 min 59 s'],
  [3_599_600, '1 h'],
  [4_800_000, '1 h 20 min'],
  [86_400_000, '24 h'],
])('%p ms is said as %p', (ms, said) => {
  expect(formatDuration(ms)).toBe(said)
})

describe('The clock of the machine', () => {
  test('sleeps at least about as long as it should', async () => {
    const before = systemClock.now()
    await systemClock.sleep(20, never)
    expect(systemClock.now() - before).toBeGreaterThan(18)
  })

  test('wakes up at once when the job is cancelled', async () => {
    const job = new AbortController()
    const sleep = systemClock.sleep(60_000, job.signal)
    job.abort(new CancelledError())
    await expect(sleep).rejects.toBeInstanceOf(CancelledError)
    await expect(systemClock.sleep(1, job.signal)).rejects.toBeInstanceOf(CancelledError)
  })

  test('calls back when the time is over', async () => {
    let called = false
    systemClock.after(5, () => {
      called = true
    })
    expect(called).toBe(false)
    await systemClock.sleep(15, never)
    expect(called).toBe(true)
  })
})

describe('A semaphore', () => {
  /** Work that ends when it is told, and who is at it, in the order in which they began. */
  function workshop(most: number) {
    const semaphore = new Semaphore(most)
    const begun: number[] = []
    const ends: ((error?: Error) => void)[] = []
    const start = (name: number, signal: AbortSignal = never): Promise<string> =>
      semaphore.run(signal, () => {
        begun.push(name)
        return new Promise((resolve, reject) => {
          ends[name] = (error) => (error ? reject(error) : resolve(`done ${name}`))
        })
      })
    return { begun, ends, start }
  }
  const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

  test('lets so many work at once, and the others in their order', async () => {
    const { begun, ends, start } = workshop(2)
    const all = [0, 1, 2, 3, 4].map((name) => start(name))
    await settled()
    expect(begun).toEqual([0, 1])
    ends[1]?.()
    await settled()
    expect(begun).toEqual([0, 1, 2])
    for (const name of [0, 2, 3, 4]) {
      ends[name]?.()
      await settled()
    }
    expect(begun).toEqual([0, 1, 2, 3, 4])
    await expect(Promise.all(all)).resolves.toEqual([0, 1, 2, 3, 4].map((name) => `done ${name}`))
  })

  test('gives the place of whoever fails to the next', async () => {
    const { begun, ends, start } = workshop(1)
    const failing = start(0)
    const next = start(1)
    await settled()
    ends[0]?.(new Error('broken'))
    await expect(failing).rejects.toThrow('broken')
    await settled()
    ends[1]?.()
    await expect(next).resolves.toBe('done 1')
    expect(begun).toEqual([0, 1])
  })

  test('lets nobody wait who is cancelled, and passes them over', async () => {
    const { begun, ends, start } = workshop(1)
    const job = new AbortController()
    const first = start(0)
    const waiting = start(1, job.signal)
    const last = start(2)
    job.abort(new CancelledError())
    await expect(waiting).rejects.toBeInstanceOf(CancelledError)
    await expect(start(3, job.signal)).rejects.toBeInstanceOf(CancelledError)
    ends[0]?.()
    await first
    await settled()
    ends[2]?.()
    await last
    expect(begun).toEqual([0, 2])
    const again = start(4)
    await settled()
    ends[4]?.()
    await expect(again).resolves.toBe('done 4')
  })
})
