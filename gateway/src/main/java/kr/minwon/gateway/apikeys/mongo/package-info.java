/** API keys in MongoDB. */
@NullMarked
package kr.minwon.gateway.apikeys.mongo;

import org.jspecify.annotations.NullMarked;
