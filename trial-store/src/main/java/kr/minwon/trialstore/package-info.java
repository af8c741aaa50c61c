/** The MongoDB-protocol store a newcomer starts with; a pilot runs on it, production runs on MongoDB. */
@NullMarked
package kr.minwon.trialstore;

import org.jspecify.annotations.NullMarked;
