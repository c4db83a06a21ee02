//! Contenders that do the same work, measured in turn.

use std::hint::black_box;
use std::time::Duration;

use cpu_time::ThreadTime;

use crate::samples::{Samples, Unit};

/// How often each contender is measured.
const ROUNDS: usize = 51;

/// How long a contender works in one round, at least.
const BATCH: Duration = Duration::from_millis(3);

/// Work that is to be timed, done as often as is asked for.
pub struct Contender<'c>(Box<dyn FnMut(u32) + 'c>);

impl<'c> Contender<'c> {
    /// The loop is in here, so that the work is compiled into it.
    pub fn new<R>(mut work: impl FnMut() -> R + 'c) -> Self {
        Self(Box::new(move |times| {
            for _ in 0..times {
                black_box(work());
            }
        }))
    }

    fn time(&mut self, times: u32) -> Duration {
        // Not by the clock, which goes on while other processes have the core.
        let start = ThreadTime::now();
        (self.0)(times);
        start.elapsed()
    }

    /// How many times fill a batch; the caches are warm afterwards.
    fn times(&mut self) -> u32 {
        let mut times = 1;
        while self.time(times) < BATCH {
            times *= 2;
        }
        times
    }
}

/// Measures the contenders in turn, round by round, and gives the time of each in the same order.
/// Doing a contender's work once counts as doing `count` pieces of work.
pub fn race<const N: usize>(count: usize, mut contenders: [Contender<'_>; N]) -> [Samples; N] {
    let times = contenders.each_mut().map(Contender::times);
    let mut samples = [(); N].map(|()| Samples { unit: Unit::Nanoseconds, rounds: Vec::new() });
    for round in 0..ROUNDS {
        for place in 0..N {
            // Each round begins with another one, so that none always runs behind the same.
            let turn = (round + place) % N;
            let nanoseconds = contenders[turn].time(times[turn]).as_secs_f64() * 1e9;
            #[expect(clippy::cast_precision_loss, reason = "far below 2^52")]
            let pieces = f64::from(times[turn]) * count as f64;
            samples[turn].rounds.push(nanoseconds / pieces);
        }
    }
    samples
}
