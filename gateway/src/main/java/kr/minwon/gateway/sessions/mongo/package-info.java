/** Sessions in MongoDB, found by the hash of their id. */
@NullMarked
package kr.minwon.gateway.sessions.mongo;

import org.jspecify.annotations.NullMarked;
