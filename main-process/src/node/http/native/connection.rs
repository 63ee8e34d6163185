use std::{
    cell::{Cell, RefCell},
    rc::Rc,
    time::Instant,
};

use rquickjs::{
    Ctx, FromJs, Function, IntoJs, Object, Persistent, Result, Value,
    function::{IntoArgs, This},
};

use super::{
    Hooks,
    framing::{Answer, Fault, Head, Kind, Parser, Step},
    text::latin1,
};
use crate::runtime::{Bytes, Sink};

// What a head's flags say; `parser.js` has the same numbers.
const KEEP_ALIVE: u32 = 1;
const UPGRADE: u32 = 2;
const COMPLETE: u32 = 4;
const MINOR: u32 = 8;
const HOST: u32 = 16;
const EXPECT: u32 = 32;

/// The parser of one connection, and what it tells to the scripts.
pub(super) struct Connection {
    /// The script's half, on which the hooks are called.
    owner: Persistent<Object<'static>>,
    kind: Kind,
    parser: RefCell<Parser>,
    hooks: Rc<Hooks>,
    closed: Cell<bool>,
    /// Since when a message has been coming in; at first, since the connection was made.
    started: Cell<Option<Instant>>,
    has_head: Cell<bool>,
    /// Scripts may hand over more bytes while they hear of some: these wait.
    is_running: Cell<bool>,
    waiting: RefCell<Vec<u8>>,
}

/// What a step found, free of the parser, which the scripts may use while they hear of it.
enum Found<'js> {
    Nothing,
    Head { flags: u32, first: Value<'js>, second: Value<'js>, fields: Value<'js> },
    Body(Bytes),
    Trailers(Value<'js>),
    Complete,
    Upgraded,
    Failed(Fault),
}

impl Connection {
    pub(super) fn new(
        kind: Kind,
        parser: Parser,
        hooks: Rc<Hooks>,
        owner: Persistent<Object<'static>>,
    ) -> Self {
        Self {
            owner,
            kind,
            parser: RefCell::new(parser),
            hooks,
            closed: Cell::new(false),
            started: Cell::new(Some(Instant::now())),
            has_head: Cell::new(false),
            is_running: Cell::new(false),
            waiting: RefCell::default(),
        }
    }

    pub(super) fn close(&self) {
        self.closed.set(true);
    }

    /// Goes through what was read, telling the scripts of everything in it.
    pub(super) fn run(&self, ctx: &Ctx<'_>, bytes: &[u8]) -> Result<()> {
        if self.is_running.get() {
            self.waiting.borrow_mut().extend_from_slice(bytes);
            return Ok(());
        }
        self.is_running.set(true);
        let mut outcome = self.go_through(ctx, bytes);
        while outcome.is_ok() && !self.waiting.borrow().is_empty() {
            let bytes = self.waiting.take();
            outcome = self.go_through(ctx, &bytes);
        }
        self.is_running.set(false);
        outcome
    }

    fn go_through(&self, ctx: &Ctx<'_>, bytes: &[u8]) -> Result<()> {
        let owner = self.owner.clone().restore(ctx)?;
        let this = || This(owner.clone());
        let mut at = 0;
        while !self.closed.get() {
            let (found, used) = self.step(ctx, &bytes[at..])?;
            let before = at;
            at += used;
            match found {
                Found::Nothing => break,
                Found::Head { flags, first, second, fields } => {
                    let hook =
                        if self.kind == Kind::Request { &self.hooks.request } else { &self.hooks.response };
                    let answer = call(ctx, hook, (this(), flags, first, second, fields))?;
                    self.proceed(flags & COMPLETE != 0, answer);
                }
                Found::Body(bytes) => call(ctx, &self.hooks.body, (this(), bytes))?,
                Found::Trailers(fields) => call(ctx, &self.hooks.trailers, (this(), fields))?,
                Found::Complete => self.complete(ctx)?,
                Found::Upgraded => {
                    return call(ctx, &self.hooks.upgraded, (this(), Bytes(bytes[at..].to_vec())));
                }
                Found::Failed(fault) => {
                    let at = (before + fault.at).min(bytes.len());
                    return call(
                        ctx,
                        &self.hooks.fault,
                        (this(), fault.code, fault.reason, at, Bytes(bytes.to_vec())),
                    );
                }
            }
        }
        if self.started.get().is_none() && self.parser.borrow().is_within_message() {
            self.started.set(Some(Instant::now()));
        }
        Ok(())
    }

    /// Lets the parser take one step; also how many bytes it took.
    fn step<'js>(&self, ctx: &Ctx<'js>, bytes: &[u8]) -> Result<(Found<'js>, usize)> {
        let mut parser = self.parser.borrow_mut();
        let mut rest = bytes;
        let found = match parser.step(&mut rest) {
            Step::More => Found::Nothing,
            Step::Head(head) => self.head(ctx, &head)?,
            Step::Body(bytes) => Found::Body(Bytes(bytes.to_vec())),
            Step::Trailers(fields) => Found::Trailers(latin1(ctx, &fields)?),
            Step::Complete => Found::Complete,
            Step::Upgraded => Found::Upgraded,
            Step::Fault(fault) => Found::Failed(fault),
        };
        Ok((found, bytes.len() - rest.len()))
    }

    fn head<'js>(&self, ctx: &Ctx<'js>, head: &Head<'_>) -> Result<Found<'js>> {
        let mut flags = 0;
        for (flag, is_set) in [
            (KEEP_ALIVE, head.keep_alive),
            (UPGRADE, head.upgrade),
            (COMPLETE, head.complete),
            (MINOR, head.minor == 1),
            (HOST, head.host),
            (EXPECT, head.expect),
        ] {
            if is_set {
                flags |= flag;
            }
        }
        let (first, second) = match self.kind {
            Kind::Request => (head.method.into_js(ctx)?, latin1(ctx, &head.target)?),
            Kind::Response => (head.status.into_js(ctx)?, latin1(ctx, &head.reason)?),
        };
        Ok(Found::Head { flags, first, second, fields: latin1(ctx, &head.fields)? })
    }

    fn proceed(&self, complete: bool, answer: i32) {
        let answer = match answer {
            1 => Answer::NoBody,
            2 => Answer::Upgrade,
            _ => Answer::Normal,
        };
        self.has_head.set(!complete);
        if complete {
            self.started.set(None);
        }
        self.parser.borrow_mut().proceed(answer);
    }

    fn complete(&self, ctx: &Ctx<'_>) -> Result<()> {
        self.started.set(None);
        self.has_head.set(false);
        call(ctx, &self.hooks.complete, (This(self.owner.clone().restore(ctx)?),))
    }

    /// The connection was ended by the other side.
    pub(super) fn finish(&self, ctx: &Ctx<'_>) -> Result<Option<Fault>> {
        let outcome = self.parser.borrow_mut().finish();
        match outcome {
            Ok(true) => self.complete(ctx).map(|()| None),
            Ok(false) => Ok(None),
            Err(fault) => Ok(Some(fault)),
        }
    }

    pub(super) fn progress(&self) -> (f64, bool) {
        let elapsed = self.started.get().map_or(-1.0, |started| started.elapsed().as_secs_f64() * 1000.0);
        (elapsed, self.has_head.get())
    }
}

impl Sink for Connection {
    fn bytes(&self, ctx: &Ctx<'_>, bytes: &[u8]) -> Result<()> {
        self.run(ctx, bytes)
    }
}

fn call<'js, A: IntoArgs<'js>, R: FromJs<'js>>(
    ctx: &Ctx<'js>,
    hook: &Persistent<Function<'static>>,
    args: A,
) -> Result<R> {
    hook.clone().restore(ctx)?.call(args)
}
