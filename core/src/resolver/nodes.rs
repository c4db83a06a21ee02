//! Objects and lists of a body, and what is written in them.

use alloc::borrow::Cow;
use alloc::vec::Vec;

use super::value::{fixed, of_type};
use super::{Resolved, Resolver};
use crate::body::Body;
use crate::message::{fixed_parameter, parameter};
use crate::rows::RowRange;

/// An object of a body.
#[derive(Clone, Copy)]
pub struct ObjectNode<'r> {
    pub(crate) resolver: Resolver<'r>,
    pub(crate) members: RowRange,
}

impl<'r> ObjectNode<'r> {
    /// The members that are written, each with its key.
    pub fn members(self) -> impl Iterator<Item = (Cow<'r, str>, Resolved<'r>)> {
        let Self { resolver, members } = self;
        let shape = resolver.shape();
        shape.members(members).flat_map(move |member| {
            let fixed = (!member.is_map()).then(|| {
                let key = Cow::Borrowed(shape.texts.get(member.name()));
                Some((key, resolver.member(member)?))
            });
            let map = if member.is_map() { resolver.map(member) } else { Vec::new() };
            let map = map.into_iter().map(|entry| (Cow::Owned(entry.key), entry.value));
            fixed.flatten().into_iter().chain(map)
        })
    }
}

/// A list of a body.
#[derive(Clone, Copy)]
pub struct ListNode<'r> {
    pub(super) resolver: Resolver<'r>,
    pub(super) items: RowRange,
}

impl<'r> ListNode<'r> {
    /// The items that are written.
    pub fn items(self) -> impl Iterator<Item = Resolved<'r>> {
        self.resolver.items(self.items)
    }
}

/// The parameters of an error that have a value.
#[derive(Clone, Copy)]
pub struct ParametersNode<'r> {
    pub(crate) body: &'r Body<'r, 'r>,
}

impl<'r> ParametersNode<'r> {
    /// The parameters, each with its name, in the order of [`Entry::parameters`](crate::Entry::parameters).
    pub fn members(self) -> impl Iterator<Item = (&'r str, Resolved<'r>)> {
        let Self { body } = self;
        let catalog = body.entry.catalog();
        body.entry.parameter_numbers().filter_map(move |number| {
            let value = match parameter(body, number) {
                Some(value) => of_type(catalog.parameter_type(number), value),
                None => fixed(fixed_parameter(body, number)?),
            };
            Some((catalog.parameter_name(number), value))
        })
    }
}
