//! What a book survives: killed processes, failing and full disks, flipped bits, old pages put back, curious readers.

mod canaries;
mod damage;
mod full_disk;
mod interrupted;
mod kills;
mod passwords;
mod replays;
mod sweeps;
