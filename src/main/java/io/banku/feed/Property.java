package io.banku.feed;

import io.banku.feed.definition.Misuse;
import io.banku.feed.expression.CurrencyOf;
import io.banku.feed.expression.Derived;
import io.banku.feed.expression.Expression;
import io.banku.feed.expression.Scope;
import io.banku.feed.expression.ValueType;

/** A property of an event as a feed can give it. */
record Property(String name, Kind kind, boolean isRequired) {

    static Property required(String name, Kind kind) {
        return new Property(name, kind, true);
    }

    static Property optional(String name, Kind kind) {
        return new Property(name, kind, false);
    }

    /** What a property is made from. */
    enum Kind {
        TEXT {
            @Override
            Expression from(Expression value) {
                return switch (value.type()) {
                    case TEXT, UNKNOWN -> value;
                    case NUMBER, DATE, TIME, DATETIME -> asText(value);
                    default -> throw mismatch("text", value, "");
                };
            }
        },
        /** Names a transfer, a posting, or the other account of one. */
        REFERENCE {
            @Override
            Expression from(Expression value) {
                return IdOf.of(value, IdOf.Named.REFERENCE);
            }
        },
        CURRENCY {
            @Override
            Expression from(Expression value) {
                return CurrencyOf.of(value, 0);
            }
        },
        STATUS {
            @Override
            Expression from(Expression value) {
                if (value.type() != ValueType.TEXT && value.type() != ValueType.UNKNOWN) {
                    throw mismatch("text (open, blocked or closed)", value, "; add '| map A=open B=blocked C=closed'");
                }
                return new StatusOf(value);
            }
        },
        MONEY {
            @Override
            Expression from(Expression value) {
                return typed(value, ValueType.MONEY, "money CCY");
            }
        },
        DATE {
            @Override
            Expression from(Expression value) {
                return typed(value, ValueType.DATE, "date PATTERN");
            }
        },
        DATETIME {
            @Override
            Expression from(Expression value) {
                return typed(value, ValueType.DATETIME, "datetime PATTERN");
            }
        };

        /** @throws Misuse when the expression is of another type */
        abstract Expression from(Expression value);

        private static Expression typed(Expression value, ValueType type, String filter) {
            if (value.type() != type && value.type() != ValueType.UNKNOWN) {
                throw mismatch(type.told(), value, "; add '| " + filter + "'");
            }
            return value;
        }

        private static Misuse mismatch(String expected, Expression value, String advice) {
            return new Misuse(
                    0, "expected " + expected + ", found " + value.type().told() + advice);
        }

        private static Expression asText(Expression value) {
            return new Derived(value, ValueType.TEXT) {
                @Override
                protected Object of(String text, Scope scope) {
                    return text;
                }
            };
        }
    }
}
