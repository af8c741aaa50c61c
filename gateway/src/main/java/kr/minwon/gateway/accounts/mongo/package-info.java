/** Staff accounts in MongoDB. */
@NullMarked
package kr.minwon.gateway.accounts.mongo;

import org.jspecify.annotations.NullMarked;
